package io.quintet.client;

import static io.quintet.client.Texts.bytes;
import static io.quintet.client.Texts.done;
import static io.quintet.client.Texts.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quintet.testing.ScriptedServer;
import io.quintet.testing.TestCertificate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** TLS with the JDK's own server. */
class ClientTlsTest {
    @TempDir
    static Path directory;

    private static TestCertificate server;
    private static TestCertificate other;

    @BeforeAll
    static void makeCertificates() {
        server = TestCertificate.make(directory, "ip:127.0.0.1");
        other = TestCertificate.make(directory, "dns:elsewhere.example");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void aTrustedServerIsSpokenTo(String protocol) {
        try (ScriptedServer running = start(server, protocol, ScriptedServer.reversing());
                QuintetClient client = connect(running, ClientTls.trusting(server.certificate()))) {
            assertThat(text(client.call(bytes("abc")))).isEqualTo("cba");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void theSendingSideIsFinishedAndTheAnswersStillArrive(String protocol) {
        ScriptedServer.Script answeringAtTheEnd = peer -> peer.write(peer.readAll());
        try (ScriptedServer running = start(server, protocol, answeringAtTheEnd);
                QuintetClient client = connect(running, ClientTls.trusting(server.certificate()))) {
            var answer = client.call(bytes("abc"));
            var ended = client.finish();

            assertThat(text(answer)).isEqualTo("abc");
            done(ended);
        }
    }

    @Test
    void aStrangersCertificateIsRefusedAtTheFirstAttempt() {
        try (ScriptedServer running = start(server, "TLS", ScriptedServer.reversing())) {
            assertThatExceptionOfType(ClientException.class)
                    .isThrownBy(() -> connect(running, ClientTls.trusting(other.certificate())))
                    .matches(why -> why.error() == ClientError.TLS_HANDSHAKE)
                    .withMessageStartingWith("tls handshake with " + running.address() + ": ")
                    .withMessageEndingWith("(expected: a server that speaks TLS and is trusted)");
            assertThat(running.accepted()).isEqualTo(1);
        }
    }

    @Test
    void aCertificateForAnotherNameIsRefusedUnlessTheNameIsGiven() {
        try (ScriptedServer running = start(other, "TLS", ScriptedServer.reversing())) {
            ClientTls tls = ClientTls.trusting(other.certificate());
            assertThatExceptionOfType(ClientException.class)
                    .isThrownBy(() -> connect(running, tls))
                    .withMessageContaining("no subject alternative names matching IP address 127.0.0.1 found");

            try (QuintetClient client = connect(running, tls.withServerName("elsewhere.example"))) {
                assertThat(text(client.call(bytes("abc")))).isEqualTo("cba");
            }
            try (QuintetClient client = connect(running, tls.withVerification(ClientTls.Verification.CHAIN))) {
                assertThat(text(client.call(bytes("abc")))).isEqualTo("cba");
            }
        }
    }

    @Test
    void anyCertificateIsTakenIfToldSo() {
        try (ScriptedServer running = start(other, "TLS", ScriptedServer.reversing());
                QuintetClient client =
                        connect(running, ClientTls.DEFAULT.withVerification(ClientTls.Verification.NONE))) {
            assertThat(text(client.call(bytes("abc")))).isEqualTo("cba");
        }
    }

    @Test
    void aServerThatAsksForACertificateIsShownOne() {
        ServerSocketFactory asking = asking(server.serverContext("TLS", List.of(other)));
        try (ScriptedServer running = ScriptedServer.start(asking, 0, ScriptedServer.reversing())) {
            ClientTls tls = ClientTls.trusting(server.certificate());

            try (QuintetClient client = connect(running, tls.withIdentity(other.certificate(), other.key()))) {
                assertThat(text(client.call(bytes("abc")))).isEqualTo("cba");
            }
        }
    }

    @Test
    void aServerWithoutTlsIsRefused() {
        ScriptedServer.Script plain = peer -> {
            peer.write("00005hello");
            peer.readAll();
        };
        try (ScriptedServer running = ScriptedServer.start(plain)) {
            assertThatExceptionOfType(ClientException.class)
                    .isThrownBy(() -> connect(running, ClientTls.trusting(server.certificate())))
                    .withMessageContaining("not an SSL/TLS record: 3030303035");
        }
    }

    @Test
    void filesThatAreNoneAreRefusedBeforeConnecting() throws IOException {
        Path broken = Files.writeString(directory.resolve("broken.pem"), "not a certificate");

        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> QuintetClient.to("127.0.0.1:1")
                        .tls(ClientTls.trusting(directory.resolve("missing.pem")))
                        .connect())
                .withMessageStartingWith("tls.trust: ")
                .withMessageEndingWith("missing.pem (expected: a readable PEM file)");
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> QuintetClient.to("127.0.0.1:1")
                        .tls(ClientTls.trusting(broken))
                        .connect())
                .withMessageStartingWith("tls: ");
    }

    private static QuintetClient connect(ScriptedServer running, ClientTls tls) {
        return QuintetClient.to(running.address()).tls(tls).connect();
    }

    private static ScriptedServer start(TestCertificate shown, String protocol, ScriptedServer.Script script) {
        return ScriptedServer.start(shown.serverContext(protocol, List.of()).getServerSocketFactory(), 0, script);
    }

    private static ServerSocketFactory asking(SSLContext context) {
        ServerSocketFactory sockets = context.getServerSocketFactory();
        return new ServerSocketFactory() {
            @Override
            public ServerSocket createServerSocket(int port, int backlog, InetAddress address) throws IOException {
                var socket = (SSLServerSocket) sockets.createServerSocket(port, backlog, address);
                socket.setNeedClientAuth(true);
                return socket;
            }

            @Override
            public ServerSocket createServerSocket(int port) throws IOException {
                return createServerSocket(port, 50, InetAddress.getLoopbackAddress());
            }

            @Override
            public ServerSocket createServerSocket(int port, int backlog) throws IOException {
                return createServerSocket(port, backlog, InetAddress.getLoopbackAddress());
            }
        };
    }
}
