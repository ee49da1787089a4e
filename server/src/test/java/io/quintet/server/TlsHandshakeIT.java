package io.quintet.server;

import static io.quintet.server.TestServer.builtIn;
import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.config.ClientAuth;
import io.quintet.config.ServerSettings;
import io.quintet.config.ServerTls;
import io.quintet.config.TlsEngine;
import io.quintet.config.TransportChoice;
import io.quintet.logic.AsyncLogic;
import io.quintet.testing.TestCertificate;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** How TLS begins, or does not. */
@OnEveryTransport
class TlsHandshakeIT {
    private static final List<String> WORDS = List.of("-keyalg", "EC", "-groupname", "secp256r1", "-validity", "60");

    /** Answers with what the peer has proved to be. */
    private static final AsyncLogic WHO = (request, connection) -> CompletableFuture.completedFuture(
            Shape.reply(connection.peerSubject().orElse("nobody")));

    @TempDir
    private static Path directory;

    private static TestCertificate certificate;
    private static TestCertificate client;
    private static TestCertificate stranger;

    private final TransportChoice transport;

    TlsHandshakeIT(TransportChoice transport) {
        this.transport = transport;
    }

    @BeforeAll
    static void make() {
        certificate = TestCertificate.make(directory, "dns:localhost");
        client = TestCertificate.make(directory, "dns:client", "client", WORDS);
        stranger = TestCertificate.make(directory, "dns:stranger", "stranger", WORDS);
    }

    private static ServerTls tls(TlsEngine engine) {
        return TlsEngines.speakingBy(engine, ServerTls.of(certificate.certificate(), certificate.key()));
    }

    private static UnaryOperator<ServerSettings> with(ServerTls tls) {
        return settings -> settings.withTls(tls);
    }

    @ParameterizedTest
    @CsvSource({
        "00003abc, 'first bytes: 3030303033616263 (expected: a TLS handshake), looks like frames without TLS'",
        "'GET / HTTP/1.1', 'first bytes: 474554202f20485454502f312e31 (expected: a TLS handshake), looks like HTTP'",
        "\u0080., 'first bytes: 802e (expected: a TLS handshake), looks like nothing known'"
    })
    void bytesThatAreNoTlsAreRefusedWithADiagnosis(String sent, String diagnosis) {
        try (TestServer server = TestServer.start(transport, with(tls(TlsEngine.AUTO)), builtIn("reverse"));
                RawPeer peer = server.connect()) {
            peer.send(sent).getsEnd();

            assertThat(server.lines().about(peer).getFormattedMessage())
                    .isEqualTo("closed tls-handshake: connection from " + peer.name() + ": " + diagnosis);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = TlsEngine.class,
            names = {"JDK", "BORINGSSL"})
    void aHandshakeThatCannotBeIsRefusedInOneLine(TlsEngine engine) {
        try (TestServer server = TestServer.start(transport, with(tls(engine)), builtIn("reverse"));
                RawPeer garbage = server.connect()) {
            garbage.send("\u0016\3\1\0\5hello");
            garbage.untilEnd();

            assertThat(server.lines().about(garbage).getFormattedMessage())
                    .startsWith("closed tls-handshake: connection from " + garbage.name() + ": ")
                    .isPrintable();
            assertThat(server.lines().lines()).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"''", "\u0016\3\1"})
    void aHandshakeHasItsTime(String begun) {
        ServerTls hasty = tls(TlsEngine.AUTO).withHandshakeTimeout(Duration.ofMillis(100));
        try (TestServer server = TestServer.start(transport, with(hasty), builtIn("reverse"));
                RawPeer peer = server.connect()) {
            peer.send(begun).untilEnd();

            assertThat(server.lines().about(peer).getFormattedMessage()).contains("not done after 100 ms");
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = TlsEngine.class,
            names = {"JDK", "BORINGSSL"})
    void oneHandshakeIsEnough(TlsEngine engine) throws IOException {
        try (TestServer server = TestServer.start(transport, with(tls(engine)), builtIn("reverse"));
                TlsPeer peer = TlsPeer.connect(server.address(), "TLSv1.2")) {
            peer.send("00003abc").gets("00003cba").shakeHandsAgain();

            assertThat(server.lines().with(" from " + peer.name()).getFormattedMessage())
                    .startsWith("closed peer-reset: ")
                    .endsWith(": TLS: another handshake (expected: one)");
        }
    }

    @Test
    void aPeerThatOnlyLooksWhetherThePortIsOpenIsNoNews() {
        try (TestServer server = TestServer.start(transport, with(tls(TlsEngine.AUTO)), builtIn("reverse"));
                RawPeer peer = server.connect()) {
            peer.finish().getsEnd();

            assertThat(server.lines().about(peer).getLevel().toString()).isEqualTo("DEBUG");
        }
    }

    @Test
    void whoShakesHandsDoesNotHoldUpAStop() {
        try (TestServer server = TestServer.start(transport, with(tls(TlsEngine.AUTO)), builtIn("reverse"));
                RawPeer peer = server.connect()) {
            peer.send("\u0016\3\1");

            assertThat(TestServer.await(server.server().stopNow()).took()).isLessThan(Duration.ofSeconds(8));
        }
    }

    @ParameterizedTest
    @CsvSource({"JDK, TLSv1.3", "JDK, TLSv1.2", "BORINGSSL, TLSv1.3", "BORINGSSL, TLSv1.2"})
    void theSubjectOfAClientsCertificateReachesLogicsAndLogs(TlsEngine engine, String protocol) {
        ServerTls required = tls(engine).withClientAuth(ClientAuth.REQUIRED, client.certificate());
        try (TestServer server = TestServer.start(transport, with(required), WHO);
                TlsPeer known = TlsPeer.connect(server.address(), protocol, client)) {
            known.send("00001x").gets("00009CN=client").finish().getsEnd();

            assertThat(server.lines().with(" from " + known.name()).getFormattedMessage())
                    .startsWith("closed eof: connection 1 from " + known.name() + " as CN=client: ");
        }
    }

    @ParameterizedTest
    @CsvSource({"JDK, TLSv1.3", "JDK, TLSv1.2", "BORINGSSL, TLSv1.3", "BORINGSSL, TLSv1.2"})
    void aClientThatMustShowACertificateAndDoesNotIsRefused(TlsEngine engine, String protocol) {
        ServerTls required = tls(engine).withClientAuth(ClientAuth.REQUIRED, client.certificate());
        try (TestServer server = TestServer.start(transport, with(required), WHO);
                TlsPeer nobody = TlsPeer.connect(server.address(), protocol)) {
            nobody.getsAlert();

            assertThat(server.lines().with(" from " + nobody.name()).getFormattedMessage())
                    .startsWith("closed tls-handshake: ");
        }
    }

    @ParameterizedTest
    @CsvSource({"JDK, TLSv1.3", "JDK, TLSv1.2", "BORINGSSL, TLSv1.3", "BORINGSSL, TLSv1.2"})
    void aClientWithACertificateOfUnknownOriginIsRefused(TlsEngine engine, String protocol) {
        ServerTls required = tls(engine).withClientAuth(ClientAuth.OPTIONAL, client.certificate());
        try (TestServer server = TestServer.start(transport, with(required), WHO);
                TlsPeer nobody = TlsPeer.connect(server.address(), protocol)) {
            nobody.send("00001x").gets("00006nobody").finish().getsEnd();
            try (TlsPeer unknown = TlsPeer.connect(server.address(), protocol, stranger)) {
                unknown.getsAlert();
                assertThat(server.lines().with(" from " + unknown.name()).getFormattedMessage())
                        .startsWith("closed tls-handshake: ");
            }
        }
    }
}
