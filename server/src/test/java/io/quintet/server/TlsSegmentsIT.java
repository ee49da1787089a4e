package io.quintet.server;

import static io.quintet.server.TestServer.builtIn;
import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.config.ClientAuth;
import io.quintet.config.ServerTls;
import io.quintet.config.TlsEngine;
import io.quintet.config.TransportChoice;
import io.quintet.protocol.Framing;
import io.quintet.testing.TestCertificate;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** However TCP cuts the records of TLS, and TLS the frames, the answers are the same. */
@OnEveryTransport
class TlsSegmentsIT {
    private static final String FRAMES = "00003abc".repeat(20);
    private static final String ANSWERS = "00003cba".repeat(20);

    @TempDir
    private static Path directory;

    private static TestCertificate certificate;

    private final TransportChoice transport;

    TlsSegmentsIT(TransportChoice transport) {
        this.transport = transport;
    }

    @BeforeAll
    static void make() {
        certificate = TestCertificate.make(directory, "dns:localhost");
    }

    private static ServerTls tls(TlsEngine engine) {
        return TlsEngines.speakingBy(engine, ServerTls.of(certificate.certificate(), certificate.key()));
    }

    @ParameterizedTest
    @CsvSource({
        "JDK, TLSv1.3, 1",
        "JDK, TLSv1.2, 1",
        "BORINGSSL, TLSv1.3, 1",
        "BORINGSSL, TLSv1.2, 1",
        "JDK, TLSv1.3, 7",
        "BORINGSSL, TLSv1.3, 7",
        "JDK, TLSv1.3, 1400"
    })
    void anyCutOfRecordsGivesTheSameAnswers(TlsEngine engine, String protocol, int length) {
        try (TestServer server = TestServer.start(transport, it -> it.withTls(tls(engine)), builtIn("reverse"));
                TlsPeer peer = TlsPeer.connect(CutSocket.into(length), server.address(), protocol)) {
            peer.send(FRAMES)
                    .send("0000")
                    .send("3x")
                    .send("yz")
                    .finish()
                    .gets(ANSWERS)
                    .gets("00003zyx")
                    .getsEnd();
        }
    }

    @ParameterizedTest
    @CsvSource({"JDK", "BORINGSSL"})
    void aClientThatSaysEverythingAtOnceIsAnswered(TlsEngine engine) throws IOException {
        ServerTls tls = tls(engine).withClientAuth(ClientAuth.REQUIRED, certificate.certificate());
        try (TestServer server = TestServer.start(transport, it -> it.withTls(tls), builtIn("delay:20ms", "reverse"))) {
            CutSocket socket = CutSocket.gathering();
            try (TlsPeer peer = TlsPeer.connect(socket, server.address(), "TLSv1.3", certificate)) {
                peer.send(FRAMES).finish();
                socket.release();

                peer.gets(ANSWERS).getsEnd();
                assertThat(server.lines().with(" from " + peer.name()).getFormattedMessage())
                        .startsWith("closed eof: ")
                        .doesNotContain("close_notify");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"JDK, TLSv1.3", "JDK, TLSv1.2", "BORINGSSL, TLSv1.3"})
    void aFrameOfManyRecordsIsAnswered(TlsEngine engine, String protocol) throws InterruptedException {
        int length = 4 << 20;
        byte[] frame = RawPeer.bytes("004194304" + "ab".repeat(length / 2));
        byte[] answer = RawPeer.bytes("004194304" + "ba".repeat(length / 2));
        Framing large = Framing.parse("ascii:9,max=4194304");
        try (TestServer server = TestServer.start(
                        transport, it -> it.withTls(tls(engine)).withFraming(large), builtIn("reverse"));
                TlsPeer peer = TlsPeer.connect(server.address(), protocol)) {
            Thread sender = new Thread(() -> peer.send(frame).finish());
            sender.start();
            peer.gets(answer).getsEnd();
            sender.join();
        }
    }

    @ParameterizedTest
    @CsvSource({"JDK, TLSv1.3", "JDK, TLSv1.2", "BORINGSSL, TLSv1.3", "BORINGSSL, TLSv1.2"})
    void anEndWithoutCloseNotifyIsToldApart(TlsEngine engine, String protocol) {
        try (TestServer server = TestServer.start(transport, it -> it.withTls(tls(engine)), builtIn("reverse"));
                TlsPeer peer = TlsPeer.connect(server.address(), protocol)) {
            peer.send(FRAMES).gets(ANSWERS).send("00003a").finishWithoutNotice().getsEnd();

            assertThat(server.lines().with(" from " + peer.name()).getFormattedMessage())
                    .startsWith("closed eof-in-payload: ")
                    .endsWith("; without TLS's close_notify");
        }
    }
}
