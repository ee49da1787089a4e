package io.quintet.load;

import static io.quintet.load.Loads.closed;
import static io.quintet.load.Loads.impatient;
import static io.quintet.load.Loads.open;
import static io.quintet.load.Loads.reversed;
import static io.quintet.load.Loads.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quintet.testing.ScriptedServer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** Servers that do something wrong: every kind of it is seen, named and counted. */
class WrongServersIT {
    @Test
    void wrongAnswersAreCountedAndTheConnectionGoesOn() {
        AtomicInteger count = new AtomicInteger();
        ScriptedServer.Script everyThirdWrong = ScriptedServer.answering(payload -> count.incrementAndGet() % 3 == 0
                ? "cbX"
                : new StringBuilder(payload).reverse().toString());
        try (ScriptedServer server = ScriptedServer.start(everyThirdWrong)) {
            LoadResult result = run(reversed(server.address(), 30, closed(1, 4), "abc"));

            Fault fault = only(result);
            assertThat(fault.kind()).isEqualTo(FaultKind.WRONG_ANSWER);
            assertThat(fault.count()).isEqualTo(10);
            assertThat(fault.example()).contains("3 bytes, from byte 2 on 0x58 (expected: 3 bytes, 0x61)");
            assertThat(result.answers()).isEqualTo(30);
            assertThat(server.accepted()).isEqualTo(1);
        }
    }

    @Test
    void anAnswerOfAnotherLengthIsWrong() {
        try (ScriptedServer server = ScriptedServer.start(ScriptedServer.answering(payload -> "longer"))) {
            LoadResult result = run(reversed(server.address(), 5, closed(1, 1), "abc"));

            assertThat(only(result).kind()).isEqualTo(FaultKind.WRONG_ANSWER);
            assertThat(only(result).count()).isEqualTo(5);
        }
    }

    @Test
    void anotherConnectionsAnswerIsWrong() {
        try (ScriptedServer server = ScriptedServer.start(ScriptedServer.answering(payload -> "cba"))) {
            LoadResult result = run(reversed(server.address(), 20, closed(2, 1), "abc", "xyz"));

            assertThat(only(result).kind()).isEqualTo(FaultKind.WRONG_ANSWER);
        }
    }

    @Test
    void bytesThatAreNoFrameEndTheConnection() {
        ScriptedServer.Script nonsense = peer -> {
            peer.readFrame();
            peer.write("0000xabc");
            peer.readAll();
        };
        try (ScriptedServer server = ScriptedServer.start(nonsense)) {
            LoadResult result = run(reversed(server.address(), 2, closed(1, 2), "abc"));

            assertThat(only(result).kind()).isEqualTo(FaultKind.MALFORMED_ANSWER);
            assertThat(only(result).count()).isEqualTo(2);
            assertThat(only(result).example()).contains("header byte 4: 0x78 (expected: '0'-'9')");
        }
    }

    @Test
    void anAnswerThatIsTornOffIsLost() {
        ScriptedServer.Script torn = peer -> {
            peer.readFrame();
            peer.write("00003c");
        };
        try (ScriptedServer server = ScriptedServer.start(torn)) {
            LoadResult result = run(reversed(server.address(), 3, closed(1, 1), "abc"));

            assertThat(result.answers()).isZero();
            assertThat(result.errors()).isGreaterThanOrEqualTo(3);
            assertThat(result.faults()).extracting(Fault::kind).isSubsetOf(FaultKind.CLOSED, FaultKind.BROKEN);
        }
    }

    @Test
    void aConnectionThatEndsEarlyIsReplaced() {
        ScriptedServer.Script once = peer -> {
            peer.readFrame();
            peer.writeFrame("cba");
        };
        try (ScriptedServer server = ScriptedServer.start(once)) {
            LoadResult result = run(reversed(server.address(), 3, closed(1, 1), "abc"));

            assertThat(result.errors()).isPositive();
            assertThat(server.accepted()).isGreaterThan(1);
        }
    }

    @Test
    void moreThanWasAskedForIsNoticed() {
        ScriptedServer.Script twice = peer -> {
            peer.readFrame();
            peer.write("00003cba00003cba");
            peer.readAll();
        };
        try (ScriptedServer server = ScriptedServer.start(twice)) {
            LoadResult result = run(impatient(reversed(server.address(), 1, closed(1, 1), "abc")));

            assertThat(result.answers()).isEqualTo(1);
            assertThat(only(result).kind()).isEqualTo(FaultKind.UNEXPECTED_ANSWER);
        }
    }

    @Test
    void silenceIsATimeoutForEveryRequestInFlight() {
        try (ScriptedServer server = ScriptedServer.start(peer -> peer.readAll())) {
            LoadResult result = run(impatient(reversed(server.address(), 6, closed(2, 3), "abc")));

            assertThat(only(result).kind()).isEqualTo(FaultKind.TIMEOUT);
            assertThat(only(result).count()).isEqualTo(6);
        }
    }

    /** At 1000 a second, 300 requests become due in the pause; all of them have to wait for what is left of it. */
    @Test
    void aPauseShowsInEveryRequestThatWasDueInIt() {
        AtomicInteger count = new AtomicInteger();
        ScriptedServer.Script pausesOnce = ScriptedServer.answering(payload -> {
            if (count.incrementAndGet() == 100) {
                pause(Duration.ofMillis(300));
            }
            return "cba";
        });
        try (ScriptedServer server = ScriptedServer.start(pausesOnce)) {
            LoadResult result = run(reversed(server.address(), 500, open(1, 8, 1000), "abc"));

            assertThat(result.faults()).isEmpty();
            assertThat(result.latency().getTotalCount()).isEqualTo(500);
            assertThat(millis(result.latency().getMaxValue())).isGreaterThan(280);
            assertThat(millis(result.latency().getValueAtPercentile(99))).isGreaterThan(250);
            assertThat(millis(result.latency().getValueAtPercentile(70))).isGreaterThan(100);
        }
    }

    private static long millis(long nanos) {
        return Duration.ofNanos(nanos).toMillis();
    }

    private static void pause(Duration length) {
        LockSupport.parkNanos(length.toNanos());
    }

    @Test
    void anOpenLoopTellsWhatItNeverSent() {
        try (ScriptedServer server = ScriptedServer.start(peer -> peer.readAll())) {
            LoadPlan plan = impatient(reversed(server.address(), 1, open(1, 1, 200), "abc"));
            LoadPlan lasting = plan.withExtent(Extent.lasting(Duration.ofMillis(100), Duration.ZERO));

            LoadResult result = run(lasting);

            assertThat(result.faults())
                    .extracting(Fault::kind)
                    .contains(FaultKind.TIMEOUT)
                    .isSubsetOf(FaultKind.TIMEOUT, FaultKind.UNSENT);
            assertThat(result.answers()).isZero();
        }
    }

    @Test
    void nobodyThereIsTold() {
        ScriptedServer gone = ScriptedServer.start(ScriptedServer.reversing());
        gone.close();

        assertThatExceptionOfType(LoadException.class)
                .isThrownBy(() -> run(reversed(gone.address(), 1, closed(2, 1), "abc")))
                .withMessageStartingWith("connection to " + gone.address() + ": ")
                .matches(e -> e.kind() == LoadException.Kind.CANNOT_CONNECT);
    }

    private static Fault only(LoadResult result) {
        assertThat(result.faults()).hasSize(1);
        return result.faults().get(0);
    }
}
