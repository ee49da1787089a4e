package io.quintet.server;

import static io.quintet.server.TestServer.builtIn;
import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.config.ClientAuth;
import io.quintet.config.ServerTls;
import io.quintet.config.TlsEngine;
import io.quintet.config.TransportChoice;
import io.quintet.testing.Machine;
import io.quintet.testing.TestCertificate;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The server as OpenSSL's own client sees it. */
@OnEveryTransport
class OpensslIT {
    @TempDir
    private static Path directory;

    private static TestCertificate certificate;

    private final TransportChoice transport;
    private final List<Process> clients = new ArrayList<>();

    OpensslIT(TransportChoice transport) {
        this.transport = transport;
    }

    @BeforeAll
    static void make() {
        Machine.hasPrograms("openssl");
        certificate = TestCertificate.make(directory, "dns:localhost");
    }

    @AfterEach
    void endClients() {
        clients.forEach(Process::destroyForcibly);
    }

    private static ServerTls tls(TlsEngine engine) {
        return TlsEngines.speakingBy(engine, ServerTls.of(certificate.certificate(), certificate.key()));
    }

    private TestServer start(ServerTls tls) {
        return TestServer.start(transport, settings -> settings.withTls(tls), builtIn("reverse"));
    }

    private Process client(TestServer server, String... words) throws IOException {
        int port = ((InetSocketAddress) server.address()).getPort();
        String trusted = certificate.certificate().toString();
        List<String> command = new ArrayList<>(
                List.of("openssl", "s_client", "-quiet", "-connect", "127.0.0.1:" + port, "-CAfile", trusted));
        command.addAll(List.of("-verify_return_error", "-verify_hostname", "localhost"));
        command.addAll(List.of(words));
        Process client = new ProcessBuilder(command).start();
        clients.add(client);
        return client;
    }

    private static void ask(Process client) throws IOException {
        client.getOutputStream().write(RawPeer.bytes("00003abc"));
        client.getOutputStream().flush();

        assertThat(RawPeer.text(client.getInputStream().readNBytes(8))).isEqualTo("00003cba");
    }

    /** What a client says that the server refuses. */
    private static String refused(Process client) throws IOException {
        return RawPeer.text(client.getErrorStream().readAllBytes());
    }

    @ParameterizedTest
    @CsvSource({"JDK, -tls1_3", "JDK, -tls1_2", "BORINGSSL, -tls1_3", "BORINGSSL, -tls1_2"})
    void frameAndAnswer(TlsEngine engine, String protocol) throws IOException {
        try (TestServer server = start(tls(engine))) {
            ask(client(server, protocol));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "JDK, -tls1_1 -cipher DEFAULT@SECLEVEL=0",
        "BORINGSSL, -tls1_1 -cipher DEFAULT@SECLEVEL=0",
        "JDK, -tls1_2 -cipher ECDHE-ECDSA-AES128-SHA@SECLEVEL=0",
        "BORINGSSL, -tls1_2 -cipher ECDHE-ECDSA-AES128-SHA@SECLEVEL=0"
    })
    void whatIsOutdatedIsRefused(TlsEngine engine, String words) throws IOException {
        try (TestServer server = start(tls(engine))) {
            assertThat(refused(client(server, words.split(" ", -1)))).contains("error");

            assertThat(server.lines().with("tls-handshake").getFormattedMessage())
                    .isPrintable();
        }
    }

    @ParameterizedTest
    @CsvSource({"JDK", "BORINGSSL"})
    void aClientShowsItsCertificateOrIsToldThatItMust(TlsEngine engine) throws IOException {
        ServerTls required = tls(engine).withClientAuth(ClientAuth.REQUIRED, certificate.certificate());
        String[] identity = {
            "-cert",
            certificate.certificate().toString(),
            "-key",
            certificate.key().toString()
        };
        try (TestServer server = start(required)) {
            Process known = client(server, identity);
            ask(known);
            known.destroy();
            assertThat(server.lines().with(" as CN=quintet test").getFormattedMessage())
                    .startsWith("closed ");

            assertThat(refused(client(server))).contains("alert");
        }
    }

    @Test
    void tlsToAPortWithoutItIsDiagnosed() throws IOException {
        try (TestServer server = TestServer.start(transport, builtIn("reverse"))) {
            refused(client(server));

            assertThat(server.lines().with("bad-header").getFormattedMessage()).contains("looks like TLS");
        }
    }
}
