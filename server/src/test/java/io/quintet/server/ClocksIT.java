package io.quintet.server;

import static io.quintet.server.TestServer.builtIn;
import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.config.Timeouts;
import io.quintet.config.TransportChoice;
import io.quintet.logic.AsyncLogic;
import io.quintet.logic.Logic;
import io.quintet.logic.Reply;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** The clocks that end a connection. Each is short here, and what must not end is watched for several of its lengths. */
@OnEveryTransport
class ClocksIT {
    private static final Duration SHORT = Duration.ofMillis(200);
    private static final Duration STEP = Duration.ofMillis(60);
    private static final AsyncLogic NEVER = (request, connection) ->
            request[0] == 'x' ? new CompletableFuture<>() : CompletableFuture.completedFuture(Reply.of(request));

    private final TransportChoice transport;

    ClocksIT(TransportChoice transport) {
        this.transport = transport;
    }

    private TestServer start(UnaryOperator<Timeouts> change, Logic... chain) {
        return TestServer.start(transport, settings -> settings.withTimeouts(change.apply(settings.timeouts())), chain);
    }

    private static Duration timed(Runnable action) {
        long began = System.nanoTime();
        action.run();
        return Duration.ofNanos(System.nanoTime() - began);
    }

    @Test
    void anIdleConnectionEndsInTime() {
        try (TestServer server = start(timeouts -> timeouts.withIdle(SHORT), builtIn("reverse"));
                RawPeer peer = server.connect()) {
            peer.send("00003abc").gets("00003cba");

            assertThat(timed(peer::getsEnd)).isBetween(SHORT.minusMillis(20), SHORT.multipliedBy(10));
            assertThat(server.reasonFor(peer)).isEqualTo("idle-timeout");
        }
    }

    @Test
    void framesKeepAConnectionFromBeingIdleAndLineBreaksDoNot() {
        try (TestServer server = start(timeouts -> timeouts.withIdle(SHORT), builtIn("reverse"));
                RawPeer busy = server.connect();
                RawPeer lines = server.connect()) {
            for (int i = 0; i < 8; i++) {
                busy.send("00003abc").gets("00003cba");
                if (i < 2) {
                    lines.send("\r\n");
                }
                busy.silentFor(STEP);
            }
            lines.getsEnd();
            assertThat(server.reasonFor(lines)).isEqualTo("idle-timeout");
            busy.send("00003abc").gets("00003cba").finish().getsEnd();
        }
    }

    @Test
    void aConnectionWithARequestInFlightIsNotIdle() {
        CompletableFuture<Reply> answer = new CompletableFuture<>();
        AsyncLogic waits = (request, connection) -> answer;
        try (TestServer server = start(timeouts -> timeouts.withIdle(SHORT), waits);
                RawPeer peer = server.connect()) {
            peer.send("00003abc");
            peer.silentFor(SHORT.multipliedBy(3));
            answer.complete(Reply.of("late"));

            peer.gets("00004late").finish().getsEnd();
        }
    }

    @Test
    void aFrameThatStopsHalfwayEndsTheConnection() {
        try (TestServer server = start(timeouts -> timeouts.withFrame(SHORT), builtIn("reverse"));
                RawPeer peer = server.connect();
                RawPeer inHeader = server.connect()) {
            peer.send("00003abc00005ab").gets("00003cba");
            inHeader.send("0");

            assertThat(timed(peer::getsEnd)).isBetween(SHORT.minusMillis(20), SHORT.multipliedBy(10));
            assertThat(server.reasonFor(peer)).isEqualTo("frame-timeout");
            inHeader.getsEnd();
            assertThat(server.reasonFor(inHeader)).isEqualTo("frame-timeout");
        }
    }

    @Test
    void aFrameThatComesByteByByteEndsTheConnectionAllTheSame() {
        try (TestServer server = start(timeouts -> timeouts.withFrame(SHORT), builtIn("reverse"));
                RawPeer peer = server.connect()) {
            peer.send("99999");
            endsWithin(peer, 100);

            assertThat(server.reasonFor(peer)).isEqualTo("frame-timeout");
        }
    }

    private static void endsWithin(RawPeer peer, int bytes) {
        try {
            peer.socket().setSoTimeout(20);
            for (int i = 0; i < bytes; i++) {
                peer.send("x");
                try {
                    assertThat(peer.socket().getInputStream().read()).isEqualTo(-1);
                    return;
                } catch (SocketTimeoutException notYet) {
                    // the next byte
                }
            }
        } catch (IOException reset) {
            throw new AssertionError(reset);
        }
        throw new AssertionError("still open after " + bytes + " bytes, one each 20 ms");
    }

    @Test
    void manySlowFramesAreEachMeasuredOnTheirOwn() {
        try (TestServer server = start(timeouts -> timeouts.withFrame(STEP.multipliedBy(10)), builtIn("reverse"));
                RawPeer peer = server.connect()) {
            peer.send("000");
            for (int i = 0; i < 12; i++) {
                peer.silentFor(STEP);
                peer.send("03abc000").gets("00003cba");
            }
            peer.silentFor(STEP);
            peer.send("01x").gets("00001x").finish().getsEnd();
        }
    }

    @Test
    void aWholeFrameIsNoHalfOne() {
        try (TestServer server = start(timeouts -> timeouts.withFrame(SHORT), builtIn("reverse"));
                RawPeer peer = server.connect()) {
            peer.send("00003abc\r\n").gets("00003cba");
            peer.silentFor(SHORT.multipliedBy(3));

            peer.send("00003abc").gets("00003cba").finish().getsEnd();
        }
    }

    @Test
    void aLogicThatTakesTooLongEndsTheConnectionAfterTheAnswersBefore() {
        try (TestServer server = start(timeouts -> timeouts.withLogic(SHORT), NEVER);
                RawPeer peer = server.connect()) {
            peer.send("00001a00001x00001b").gets("00001a");

            assertThat(timed(peer::getsEnd)).isBetween(SHORT.minusMillis(20), SHORT.multipliedBy(10));
            assertThat(server.reasonFor(peer)).isEqualTo("logic-timeout");
        }
    }

    @Test
    void halfAFrameDoesNotKeepALogicFromTakingTooLong() {
        UnaryOperator<Timeouts> both = timeouts -> timeouts.withFrame(SHORT).withLogic(SHORT.multipliedBy(2));
        try (TestServer server = start(both, NEVER);
                RawPeer peer = server.connect()) {
            peer.send("00001a00001x000").gets("00001a").getsEnd();

            assertThat(server.reasonFor(peer)).isIn("logic-timeout", "frame-timeout");
        }
    }

    @Test
    void noClockRunsWhereAllAreOff() {
        Timeouts off = new Timeouts(Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO, Duration.ZERO);
        try (TestServer server = start(timeouts -> off, builtIn("reverse"));
                RawPeer peer = server.connect()) {
            peer.send("00003ab");
            peer.silentFor(Duration.ofMillis(600));

            peer.send("c").gets("00003cba").finish().getsEnd();
        }
    }
}
