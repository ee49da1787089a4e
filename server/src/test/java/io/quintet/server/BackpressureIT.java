package io.quintet.server;

import static io.quintet.server.TestServer.builtIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufAllocatorMetricProvider;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.quintet.config.ServerSettings;
import io.quintet.config.TransportChoice;
import io.quintet.config.WriteBuffer;
import io.quintet.protocol.Framing;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A peer that sends and does not read: it is paused, costs little, harms nobody, and is cut in the end. */
@OnEveryTransport
class BackpressureIT {
    private static final int MEGABYTE = 1 << 20;
    private static final int SMALL = 4096;

    private final TransportChoice transport;

    BackpressureIT(TransportChoice transport) {
        this.transport = transport;
    }

    private static UnaryOperator<ServerSettings> writeTimeout(Duration timeout) {
        return settings -> settings.withTimeouts(settings.timeouts().withWrite(timeout));
    }

    private static long memory() {
        ByteBufAllocatorMetricProvider usual = (ByteBufAllocatorMetricProvider) ByteBufAllocator.DEFAULT;
        return UnpooledByteBufAllocator.DEFAULT.metric().usedDirectMemory()
                + usual.metric().usedDirectMemory();
    }

    /** A thread that sends {@code frame} until it is cut or told to stop. */
    private static final class Sender implements AutoCloseable {
        final AtomicInteger frames = new AtomicInteger();
        private final RawPeer peer;
        private final Thread thread;
        private volatile boolean stopped;

        Sender(RawPeer peer, byte[] frame) {
            this.peer = peer;
            this.thread = new Thread(() -> {
                try {
                    while (!stopped) {
                        peer.send(frame);
                        frames.incrementAndGet();
                    }
                } catch (UncheckedIOException cut) {
                    // what the test waits for
                }
            });
            thread.start();
        }

        /** How many frames went out before the sender was stuck. */
        int stuckAfter() {
            int[] last = {-1};
            await().pollInterval(Duration.ofMillis(150)).until(() -> {
                int now = frames.get();
                boolean same = now == last[0];
                last[0] = now;
                return same;
            });
            return frames.get();
        }

        void stop() {
            stopped = true;
        }

        @Override
        public void close() {
            stopped = true;
            peer.close();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPeerThatNeverReadsIsPausedAndItsMemoryIsBounded(SegmentationIT.Way way) {
        byte[] frame = RawPeer.bytes("01000" + "x".repeat(1000));
        long before = memory();
        try (TestServer server = TestServer.start(transport, way.reverse());
                RawPeer reader = server.connect();
                RawPeer peer = RawPeer.connect(server.address(), SMALL);
                Sender sender = new Sender(peer, frame)) {
            int sent = sender.stuckAfter();

            assertThat((long) sent * frame.length)
                    .as("bytes taken from the peer")
                    .isLessThan(64L * MEGABYTE);
            assertThat(memory() - before).as("memory in use").isLessThan(16 * MEGABYTE);
            reader.send("00003abc").gets("00003cba").finish().getsEnd();
        }
    }

    @Test
    void aPeerThatNeverReadsIsCutInTimeAndOthersAreNot() {
        byte[] frame = RawPeer.bytes("99999" + "x".repeat(99_999));
        try (TestServer server = TestServer.start(transport, writeTimeout(Duration.ofMillis(300)), builtIn("echo"));
                RawPeer other = server.connect();
                RawPeer peer = RawPeer.connect(server.address(), SMALL);
                Sender sender = new Sender(peer, frame)) {
            assertThat(server.reasonFor(peer)).isEqualTo("write-timeout");

            other.send("00003abc").gets("00003abc");
            other.silentFor(Duration.ofMillis(400));
            other.send("00003abc").gets("00003abc").finish().getsEnd();
        }
    }

    @Test
    void aPeerThatReadsSlowlyIsNotCut() {
        String payload = "x".repeat(16 * MEGABYTE);
        UnaryOperator<ServerSettings> settings = writeTimeout(Duration.ofMillis(700));
        try (TestServer server = TestServer.start(
                        transport,
                        s -> settings.apply(s).withFraming(Framing.parse("ascii:9,max=16777216")),
                        builtIn("echo"));
                RawPeer silent = server.connect();
                RawPeer peer = RawPeer.connect(server.address(), 256 * 1024)) {
            peer.send("016777216" + payload).finish().gets("016777216");

            int left = payload.length();
            while (left > 4 * MEGABYTE) {
                byte[] some = peer.next(256 * 1024);
                assertThat(some).isNotEmpty();
                left -= some.length;
                silent.silentFor(Duration.ofMillis(30));
            }
            assertThat(peer.next(left)).hasSize(left);
            peer.getsEnd();
            assertThat(server.reasonFor(peer)).isEqualTo("eof");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPausedPeerGetsEverythingOnceItReads(SegmentationIT.Way way) {
        byte[] frame = RawPeer.bytes("01000" + "x".repeat(999) + "y");
        byte[] answer = RawPeer.bytes("01000y" + "x".repeat(999));
        UnaryOperator<ServerSettings> tight =
                settings -> settings.withLimits(settings.limits().withWriteBuffer(new WriteBuffer(8192, 1024)));
        try (TestServer server = TestServer.start(transport, tight, way.reverse());
                RawPeer peer = RawPeer.connect(server.address(), SMALL);
                Sender sender = new Sender(peer, frame)) {
            sender.stuckAfter();
            sender.stop();
            int read = 0;
            while (sender.thread.isAlive()) {
                peer.gets(answer);
                read++;
            }
            peer.finish();
            for (int i = read; i < sender.frames.get(); i++) {
                peer.gets(answer);
            }
            peer.getsEnd();
            assertThat(server.reasonFor(peer)).isEqualTo("eof");
        }
    }

    @Test
    void anAnnouncedLengthCostsNothing() {
        long before = memory();
        RawPeer[] peers = new RawPeer[50];
        try (TestServer server =
                TestServer.start(transport, TestServer.framing("ascii:9,max=999999999"), builtIn("reverse"))) {
            for (int i = 0; i < peers.length; i++) {
                peers[i] = server.connect().send("999999999abc");
            }
            try (RawPeer other = server.connect()) {
                other.send("000000003abc").gets("000000003cba");
            }
            assertThat(memory() - before).as("memory in use").isLessThan(32 * MEGABYTE);
        } finally {
            for (RawPeer peer : peers) {
                peer.close();
            }
        }
    }

    @Test
    void aLongRequestAndItsLongAnswerPass() {
        String payload = "x".repeat(20 * MEGABYTE) + "y";
        try (TestServer server =
                        TestServer.start(transport, TestServer.framing("ascii:9,max=999999999"), builtIn("reverse"));
                RawPeer peer = server.connect()) {
            peer.send("020971521" + payload).finish();

            peer.gets("020971521y")
                    .gets(RawPeer.bytes("x".repeat(20 * MEGABYTE)))
                    .getsEnd();
        }
    }
}
