package io.quintet.server;

import static io.quintet.server.TestServer.builtIn;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import io.quintet.config.ServerSettings;
import io.quintet.config.TransportChoice;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A connection that has been open for long enough ends, and everything it was sent is answered. */
@OnEveryTransport
class AgeIT {
    private static final Duration AGE = Duration.ofMillis(500);

    private final TransportChoice transport;

    AgeIT(TransportChoice transport) {
        this.transport = transport;
    }

    private static ServerSettings aging(ServerSettings settings) {
        return settings.withTurnover(settings.turnover().withMaxConnectionAge(AGE));
    }

    @Test
    void aConnectionEndsNotBeforeNineTenthsOfItsAge() {
        long began = System.nanoTime();
        try (TestServer server = TestServer.start(transport, AgeIT::aging, builtIn("reverse"));
                RawPeer peer = server.connect()) {
            peer.send("00003abc").gets("00003cba").getsEnd().finish();

            assertThat(Duration.ofNanos(System.nanoTime() - began))
                    .isGreaterThan(AGE.multipliedBy(9).dividedBy(10));
            assertThat(server.reasonFor(peer)).isEqualTo("max-age");
            assertThat(server.lines().about(peer).getLevel()).isEqualTo(Level.DEBUG);
        }
    }

    @Test
    void aRequestInFlightIsAnsweredFirst() {
        HeldLogic held = new HeldLogic();
        try (TestServer server = TestServer.start(transport, AgeIT::aging, held);
                RawPeer peer = server.connect()) {
            peer.send("00003abc");
            peer.silentFor(AGE.multipliedBy(3));
            held.answer("abc");

            peer.gets("00003abc").getsEnd().finish();
            assertThat(server.reasonFor(peer)).isEqualTo("max-age");
        }
    }

    @Test
    void aFrameThatHasBegunIsWaitedFor() {
        try (TestServer server = TestServer.start(transport, AgeIT::aging, builtIn("reverse"));
                RawPeer peer = server.connect()) {
            peer.send("00003a");
            peer.silentFor(AGE.multipliedBy(3));
            peer.send("bc").gets("00003cba").getsEnd().finish();

            assertThat(server.reasonFor(peer)).isEqualTo("max-age");
        }
    }

    @Test
    void aPeerThatNeverStopsSendingGetsWholeAnswersUntilTheEnd() {
        String frame = "00100" + "x".repeat(99) + "y";
        String answer = "00100y" + "x".repeat(99);
        try (TestServer server = TestServer.start(transport, AgeIT::aging, builtIn("reverse"));
                RawPeer peer = server.connect()) {
            peer.send(frame);
            byte[] received = peer.next(answer.length());
            int answers = 0;
            while (received.length > 0) {
                assertThat(RawPeer.text(received)).isEqualTo(answer);
                answers++;
                peer.send(frame);
                received = peer.next(answer.length());
            }
            peer.finish();
            assertThat(answers).isPositive();
            assertThat(server.reasonFor(peer)).isEqualTo("max-age");
        }
    }
}
