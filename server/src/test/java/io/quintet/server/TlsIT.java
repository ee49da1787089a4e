package io.quintet.server;

import static io.quintet.server.TestServer.builtIn;
import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.config.AddressRanges;
import io.quintet.config.ProxyMode;
import io.quintet.config.ProxyProtocol;
import io.quintet.config.ServerSettings;
import io.quintet.config.ServerTls;
import io.quintet.config.TlsEngine;
import io.quintet.config.TransportChoice;
import io.quintet.testing.TestCertificate;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Frames through TLS, with both engines and both protocols. */
@OnEveryTransport
class TlsIT {
    private static final String FRAME = "00003abc";
    private static final String ANSWER = "00003cba";

    @TempDir
    private static Path directory;

    private static TestCertificate certificate;

    private final TransportChoice transport;

    TlsIT(TransportChoice transport) {
        this.transport = transport;
    }

    @BeforeAll
    static void make() {
        certificate = TestCertificate.make(directory, "dns:localhost");
    }

    private static UnaryOperator<ServerSettings> tls(TlsEngine engine) {
        ServerTls tls = TlsEngines.speakingBy(engine, ServerTls.of(certificate.certificate(), certificate.key()));
        return settings -> settings.withTls(tls);
    }

    @ParameterizedTest
    @CsvSource({"JDK, TLSv1.3", "JDK, TLSv1.2", "BORINGSSL, TLSv1.3", "BORINGSSL, TLSv1.2"})
    void framesAreAnsweredAndCloseNotifyIsTheEnd(TlsEngine engine, String protocol) {
        try (TestServer server = TestServer.start(transport, tls(engine), builtIn("reverse"));
                TlsPeer peer = TlsPeer.connect(server.address(), protocol)) {
            peer.send(FRAME)
                    .gets(ANSWER)
                    .send("0000")
                    .send("3xyz")
                    .gets("00003zyx")
                    .finish()
                    .getsEnd();

            assertThat(server.lines().with(" from " + peer.name()).getFormattedMessage())
                    .startsWith("closed eof: ");
        }
    }

    @ParameterizedTest
    @CsvSource({"JDK, TLSv1.3", "JDK, TLSv1.2", "BORINGSSL, TLSv1.3", "BORINGSSL, TLSv1.2"})
    void allFramesBeforeCloseNotifyAreAnswered(TlsEngine engine, String protocol) {
        try (TestServer server = TestServer.start(transport, tls(engine), builtIn("reverse"))) {
            for (int i = 0; i < 20; i++) {
                try (TlsPeer peer = TlsPeer.connect(server.address(), protocol)) {
                    peer.send(FRAME.repeat(1000))
                            .finish()
                            .gets(ANSWER.repeat(1000))
                            .getsEnd();
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"JDK, TLSv1.3", "JDK, TLSv1.2", "BORINGSSL, TLSv1.3", "BORINGSSL, TLSv1.2"})
    void lateAnswersArriveBehindCloseNotify(TlsEngine engine, String protocol) {
        try (TestServer server = TestServer.start(transport, tls(engine), builtIn("delay:100ms"));
                TlsPeer peer = TlsPeer.connect(server.address(), protocol);
                TlsPeer truncating = TlsPeer.connect(server.address(), protocol)) {
            peer.send("00001a00001b00001c").finish().gets("00001a00001b00001c").getsEnd();
            truncating
                    .send("00001a00001b")
                    .finishWithoutNotice()
                    .gets("00001a00001b")
                    .getsEnd();
        }
    }

    @ParameterizedTest
    @CsvSource({"JDK, TLSv1.3", "JDK, TLSv1.2", "BORINGSSL, TLSv1.3", "BORINGSSL, TLSv1.2"})
    void recordsAsShortAsCloseNotifyAreFrames(TlsEngine engine, String protocol) {
        String sent = "00003abc".repeat(4);
        try (TestServer server = TestServer.start(transport, tls(engine), builtIn("delay:20ms"));
                TlsPeer peer = TlsPeer.connect(server.address(), protocol)) {
            for (int i = 0; i < sent.length(); i += 2) {
                peer.send(sent.substring(i, i + 2));
            }
            peer.gets(sent).finish().getsEnd();
        }
    }

    @ParameterizedTest
    @CsvSource({"JDK, TLSv1.3", "JDK, TLSv1.2", "BORINGSSL, TLSv1.3", "BORINGSSL, TLSv1.2"})
    void answersBeforeABadFrameArriveThoughThePeerSendsOn(TlsEngine engine, String protocol) {
        byte[] garbage = new byte[30_000];
        Arrays.fill(garbage, (byte) 'X');
        try (TestServer server = TestServer.start(transport, tls(engine), builtIn("reverse"));
                TlsPeer peer = TlsPeer.connect(server.address(), protocol)) {
            peer.send(FRAME.repeat(5000) + "X").send(garbage);

            peer.gets(ANSWER.repeat(5000)).getsEnd();

            assertThat(server.lines().with(" from " + peer.name()).getFormattedMessage())
                    .startsWith("closed bad-header: ");
        }
    }

    @ParameterizedTest
    @CsvSource({"JDK, TLSv1.3", "JDK, TLSv1.2", "BORINGSSL, TLSv1.3", "BORINGSSL, TLSv1.2"})
    void everyAnswerReachesALateReader(TlsEngine engine, String protocol) {
        byte[] frame = RawPeer.bytes("99999" + "x".repeat(99_999));
        try (TestServer server = TestServer.start(transport, tls(engine), builtIn("echo"));
                TlsPeer peer = TlsPeer.connect(server.address(), protocol, "", 4096)) {
            Thread sender = new Thread(() -> {
                for (int i = 0; i < 20; i++) {
                    peer.send(frame);
                }
                peer.finish();
            });
            sender.start();
            for (int i = 0; i < 20; i++) {
                peer.gets(frame);
            }
            peer.getsEnd();
        }
    }

    @ParameterizedTest
    @CsvSource({"JDK, TLSv1.3", "BORINGSSL, TLSv1.2"})
    void aProxyHeaderComesBeforeTls(TlsEngine engine, String protocol) {
        UnaryOperator<ServerSettings> behind = settings -> settings.withAccess(
                settings.access().withProxy(new ProxyProtocol(ProxyMode.REQUIRED, AddressRanges.parse("127.0.0.1"))));
        try (TestServer server = TestServer.start(
                        transport, settings -> behind.apply(tls(engine).apply(settings)), builtIn("reverse"));
                TlsPeer peer = TlsPeer.connect(server.address(), protocol, ProxyBytes.v1("192.0.2.1"), 0)) {
            peer.send(FRAME).gets(ANSWER).finish().getsEnd();

            assertThat(server.lines().with(" from 192.0.2.1:56324").getFormattedMessage())
                    .startsWith("closed eof: ");
        }
    }

    @ParameterizedTest
    @CsvSource({"JDK, TLSv1.3", "BORINGSSL, TLSv1.2"})
    void aDrainAnswersAndSaysGoodbye(TlsEngine engine, String protocol) {
        try (TestServer server = TestServer.start(transport, tls(engine), builtIn("reverse"));
                TlsPeer peer = TlsPeer.connect(server.address(), protocol)) {
            peer.send(FRAME).gets(ANSWER);

            CompletionStage<DrainReport> drain = server.server().drain();
            peer.send(FRAME).gets(ANSWER).getsEnd();

            assertThat(TestServer.await(drain).forced()).isFalse();
        }
    }
}
