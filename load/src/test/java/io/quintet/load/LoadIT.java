package io.quintet.load;

import static io.quintet.load.Loads.closed;
import static io.quintet.load.Loads.logic;
import static io.quintet.load.Loads.open;
import static io.quintet.load.Loads.run;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.epoll.Epoll;
import io.netty.channel.uring.IoUring;
import io.quintet.config.TransportChoice;
import io.quintet.logic.InPlaceLogic;
import io.quintet.protocol.Framing;
import io.quintet.server.QuintetServer;
import io.quintet.testing.Machine;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Loads on the real server, which answers rightly: all is sent, all is counted, nothing is wrong. */
class LoadIT {
    @ParameterizedTest
    @EnumSource(names = {"NIO", "EPOLL", "IO_URING"})
    void everyRequestIsSentOnceAndAnswered(TransportChoice transport) {
        Machine.has(transport != TransportChoice.EPOLL || Epoll.isAvailable(), "epoll: not available here");
        Machine.has(transport != TransportChoice.IO_URING || IoUring.isAvailable(), "io_uring: not available here");
        AtomicLong asked = new AtomicLong();
        InPlaceLogic count = payload -> asked.incrementAndGet();
        try (QuintetServer server = Loads.serve(Framing.DEFAULT, count)) {
            Target target = Loads.target(Loads.address(server), Framing.DEFAULT, transport);
            Exchanges echo = echo(Framing.DEFAULT, "1..99999");

            LoadResult result = run(new LoadPlan(target, closed(5, 7), Extent.of(1003, Duration.ZERO), echo));

            assertThat(result.faults()).isEmpty();
            assertThat(result.answers()).isEqualTo(1003);
            assertThat(asked).hasValue(1003);
            assertThat(result.volume().sent())
                    .isEqualTo(result.volume().received())
                    .isPositive();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ascii:5", "ascii:4,incl", "ascii:8,pad=space", "bin:2,le", "netstring", "line", "line:lf", "raw"
            })
    void everyFramingIsVerified(String notation) {
        Framing framing = Framing.parse(notation);
        try (QuintetServer server = Loads.serve(framing, logic("reverse"))) {
            Target target = Loads.target(Loads.address(server), framing, TransportChoice.NIO);
            List<byte[]> payloads = Payloads.of("1..40", framing, 1);
            Exchanges reversed = Exchanges.answeredBy(List.of(logic("reverse")), payloads, framing);
            int pipeline = notation.equals("raw") ? 1 : 16;

            LoadResult result = run(new LoadPlan(target, closed(3, pipeline), Extent.of(900, Duration.ZERO), reversed));

            assertThat(result.faults()).isEmpty();
            assertThat(result.answers()).isEqualTo(900);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "3, 64"})
    void anOpenLoopSendsWhatIsDue(int connections, int pipeline) {
        try (QuintetServer server = Loads.serve(Framing.DEFAULT, logic("reverse"))) {
            LoadResult result =
                    run(Loads.reversed(Loads.address(server), 400, open(connections, pipeline, 2000), "abc", "xy"));

            assertThat(result.faults()).isEmpty();
            assertThat(result.answers()).isEqualTo(400);
            assertThat(result.seconds()).isGreaterThan(0.19);
        }
    }

    /** One that asks only when the last answer is there would see 40 ms each time. */
    @Test
    void anOpenLoopCountsLatencyFromWhenARequestWasDue() {
        try (QuintetServer server = Loads.serve(Framing.DEFAULT, logic("delay:40ms"))) {
            Target target = Loads.target(Loads.address(server), Framing.DEFAULT, TransportChoice.NIO);
            Exchanges echo = new Exchanges(Loads.bytes("abc"), Loads.bytes("abc"));

            LoadResult result = run(new LoadPlan(target, open(1, 1, 1000), Extent.of(10, Duration.ZERO), echo));

            assertThat(result.answers()).isEqualTo(10);
            assertThat(result.latency().getMaxValue())
                    .isGreaterThan(Duration.ofMillis(380).toNanos());
        }
    }

    @Test
    void warmingUpCountsForNothing() {
        AtomicLong asked = new AtomicLong();
        InPlaceLogic count = payload -> asked.incrementAndGet();
        try (QuintetServer server = Loads.serve(Framing.DEFAULT, count)) {
            Target target = Loads.target(Loads.address(server), Framing.DEFAULT, TransportChoice.NIO);
            Extent extent = Extent.of(50, Duration.ofMillis(100));

            LoadResult result = run(new LoadPlan(target, closed(2, 2), extent, echo(Framing.DEFAULT, "8")));

            assertThat(result.answers()).isEqualTo(50);
            assertThat(asked).hasValueGreaterThan(50);
        }
    }

    @Test
    void aTimeIsMeasuredInIntervalsThatAddUp() {
        try (QuintetServer server = Loads.serve(Framing.DEFAULT, logic("echo"))) {
            Target target = Loads.target(Loads.address(server), Framing.DEFAULT, TransportChoice.NIO);
            Extent extent = Extent.lasting(Duration.ofMillis(300), Duration.ZERO);

            LoadResult result = run(new LoadPlan(target, closed(2, 2), extent, echo(Framing.DEFAULT, "8")));

            long inIntervals =
                    result.intervals().stream().mapToLong(Interval::answers).sum();
            assertThat(result.answers()).isBetween(inIntervals, inIntervals + 4);
            assertThat(result.faults()).isEmpty();
        }
    }

    private static Exchanges echo(Framing framing, String payloads) {
        return Exchanges.answeredBy(List.of(logic("echo")), Payloads.of(payloads, framing, 1), framing);
    }
}
