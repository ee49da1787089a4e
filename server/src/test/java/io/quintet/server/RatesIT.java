package io.quintet.server;

import static io.quintet.server.TestServer.await;
import static io.quintet.server.TestServer.builtIn;
import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.config.Rates;
import io.quintet.config.ServerSettings;
import io.quintet.config.TransportChoice;
import java.time.Duration;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A peer that sends faster than it may is read from as fast as it may send, and nothing else happens to it. */
@OnEveryTransport
class RatesIT {
    private static final String FRAME = "00100" + "x".repeat(99) + "y";
    private static final String ANSWER = "00100y" + "x".repeat(99);

    /** What one read brings may come before its time. */
    private static final int FRAMES_OF_A_READ = 4096 / FRAME.length() + 1;

    private final TransportChoice transport;

    RatesIT(TransportChoice transport) {
        this.transport = transport;
    }

    private static UnaryOperator<ServerSettings> rates(int frames, int bytes) {
        return settings -> settings.withLimits(settings.limits().withRates(new Rates(frames, bytes)));
    }

    private static Duration timeToAnswer(RawPeer peer, int frames) {
        long began = System.nanoTime();
        peer.send(FRAME.repeat(frames));
        peer.gets(RawPeer.bytes(ANSWER.repeat(frames)));
        return Duration.ofNanos(System.nanoTime() - began);
    }

    @ParameterizedTest
    @EnumSource
    void framesAreAnsweredAtTheirRate(SegmentationIT.Way way) {
        int rate = 1000;
        int late = 500;
        try (TestServer server = TestServer.start(transport, rates(rate, 0), way.reverse());
                RawPeer peer = server.connect()) {
            assertThat(timeToAnswer(peer, rate + late + FRAMES_OF_A_READ))
                    .isGreaterThan(Duration.ofMillis(1000L * late / rate));
            peer.finish().getsEnd();
            assertThat(server.reasonFor(peer)).isEqualTo("eof");
        }
    }

    @Test
    void bytesAreTakenAtTheirRateAndOtherPeersAreNotHeldUp() {
        int rate = 1000 * FRAME.length();
        int late = 500;
        try (TestServer server = TestServer.start(transport, rates(0, rate), builtIn("reverse"));
                RawPeer other = server.connect();
                RawPeer peer = server.connect()) {
            Duration time = timeToAnswer(peer, 1000 + late + FRAMES_OF_A_READ);

            assertThat(time).isGreaterThan(Duration.ofMillis(late));
            other.send(FRAME).gets(ANSWER).finish().getsEnd();
        }
    }

    @Test
    void waitingForItsOwnRateIsNeitherIdleNorAStall() {
        Duration soon = Duration.ofMillis(300);
        UnaryOperator<ServerSettings> slow = rates(10, 0);
        UnaryOperator<ServerSettings> clocks = settings ->
                settings.withTimeouts(settings.timeouts().withIdle(soon).withFrame(soon));
        try (TestServer server = TestServer.start(
                        transport, settings -> clocks.apply(slow.apply(settings)), builtIn("reverse"));
                RawPeer peer = server.connect()) {
            long began = System.nanoTime();
            peer.send(FRAME.repeat(20) + "00003a").gets(RawPeer.bytes(ANSWER.repeat(20)));
            peer.send("bc").gets("00003cba");

            assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofSeconds(1));
            peer.finish().getsEnd();
        }
    }

    @Test
    void aDrainAnswersWhatWasSentWithoutWaiting() {
        int frames = 1000;
        try (TestServer server = TestServer.start(transport, rates(1, 0), builtIn("reverse"));
                RawPeer peer = server.connect()) {
            peer.send(FRAME.repeat(frames));
            CompletionStage<DrainReport> draining = server.server().drain();

            peer.gets(RawPeer.bytes(ANSWER.repeat(frames))).getsEnd().finish();
            assertThat(await(draining).unanswered()).isZero();
            assertThat(await(draining).forced()).isFalse();
        }
    }
}
