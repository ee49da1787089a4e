package io.quintet.server;

import static io.quintet.server.TestServer.builtIn;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufAllocatorMetricProvider;
import io.quintet.config.ServerSettings;
import io.quintet.config.ServerTls;
import io.quintet.config.TlsEngine;
import io.quintet.config.TransportChoice;
import io.quintet.testing.TestCertificate;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** TLS with many peers, and with one that does not read. */
@OnEveryTransport
class TlsPressureIT {
    private static final int MEGABYTE = 1 << 20;

    @TempDir
    private static Path directory;

    private static TestCertificate certificate;

    private final TransportChoice transport;

    TlsPressureIT(TransportChoice transport) {
        this.transport = transport;
    }

    @BeforeAll
    static void make() {
        certificate = TestCertificate.make(directory, "dns:localhost");
    }

    private static UnaryOperator<ServerSettings> tls(TlsEngine engine) {
        ServerTls tls = TlsEngines.speakingBy(engine, ServerTls.of(certificate.certificate(), certificate.key()));
        return settings ->
                settings.withTls(tls).withTimeouts(settings.timeouts().withWrite(Duration.ofMillis(500)));
    }

    private static void askOnce(TestServer server) {
        try (TlsPeer peer = TlsPeer.connect(server.address(), "TLSv1.3")) {
            peer.send("00003abc").gets("00003cba").finish().getsEnd();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = TlsEngine.class,
            names = {"JDK", "BORINGSSL"})
    void aCrowdOfHandshakesHoldsUpNobody(TlsEngine engine) throws Exception {
        ExecutorService crowd = Executors.newFixedThreadPool(8);
        List<RawPeer> stalled = new ArrayList<>();
        try (TestServer server = TestServer.start(transport, tls(engine), builtIn("reverse"));
                TlsPeer open = TlsPeer.connect(server.address(), "TLSv1.3")) {
            open.send("00003abc").gets("00003cba");
            for (int i = 0; i < 100; i++) {
                stalled.add(server.connect().send("\u0016\3\1"));
            }
            List<Future<?>> handshakes = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                handshakes.add(crowd.submit(() -> askOnce(server)));
            }
            while (!handshakes.stream().allMatch(Future::isDone)) {
                open.send("00003abc").gets("00003cba");
            }
            for (Future<?> handshake : handshakes) {
                handshake.get();
            }
            open.finish().getsEnd();
        } finally {
            stalled.forEach(RawPeer::close);
            crowd.shutdownNow();
            assertThat(crowd.awaitTermination(20, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void aReloadUnderLoadIsNotNoticed() throws Exception {
        ExecutorService load = Executors.newFixedThreadPool(2);
        try (TestServer server = TestServer.start(transport, tls(TlsEngine.JDK), builtIn("reverse"));
                TlsPeer open = TlsPeer.connect(server.address(), "TLSv1.3")) {
            Future<?> connecting = load.submit(() -> {
                for (int i = 0; i < 20; i++) {
                    askOnce(server);
                }
            });
            while (!connecting.isDone()) {
                server.server().reloadTls();
                open.send("00003abc").gets("00003cba");
            }
            connecting.get();
            open.finish().getsEnd();
        } finally {
            load.shutdownNow();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = TlsEngine.class,
            names = {"JDK", "BORINGSSL"})
    void aPeerThatNeverReadsIsPausedAndThenCut(TlsEngine engine) {
        byte[] frame = RawPeer.bytes("01000" + "x".repeat(1000));
        long before = memory();
        long mostMemory = 0;
        long sent = 0;
        try (TestServer server = TestServer.start(transport, tls(engine), builtIn("reverse"));
                TlsPeer peer = TlsPeer.connect(server.address(), "TLSv1.3", "", 4096)) {
            try {
                while (sent < 256L * MEGABYTE) {
                    peer.send(frame);
                    sent += frame.length;
                    mostMemory = Math.max(mostMemory, memory() - before);
                }
            } catch (UncheckedIOException cut) {
                // what the test waits for
            }

            assertThat(server.lines().with(" from " + peer.name()).getFormattedMessage())
                    .startsWith("closed write-timeout: ");
            assertThat(sent).as("bytes taken from the peer").isLessThan(64L * MEGABYTE);
            assertThat(mostMemory).as("memory in use").isLessThan(16L * MEGABYTE);
            askOnce(server);
        }
    }

    private static long memory() {
        return ((ByteBufAllocatorMetricProvider) ByteBufAllocator.DEFAULT)
                .metric()
                .usedDirectMemory();
    }
}
