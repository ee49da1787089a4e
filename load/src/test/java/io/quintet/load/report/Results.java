package io.quintet.load.report;

import io.quintet.client.ServerAddress;
import io.quintet.config.EventLoops;
import io.quintet.load.ClientLoad;
import io.quintet.load.Exchanges;
import io.quintet.load.Extent;
import io.quintet.load.Fault;
import io.quintet.load.FaultKind;
import io.quintet.load.Interval;
import io.quintet.load.LoadPlan;
import io.quintet.load.LoadResult;
import io.quintet.load.Shape;
import io.quintet.load.Target;
import io.quintet.protocol.Framing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.HdrHistogram.Histogram;

/** Results that nobody measured. */
public final class Results {
    private static final int ANSWERS = 1000;

    private Results() {}

    /** Intervals of 0.1 s with a thousand answers each, all of which took so many milliseconds. */
    static LoadResult ofMillis(long... latencies) {
        Histogram total = new Histogram(5);
        List<Interval> intervals = new ArrayList<>();
        for (long millis : latencies) {
            long nanos = Duration.ofMillis(millis).toNanos();
            total.recordValueWithCount(nanos, ANSWERS);
            var percentiles = new Interval.Percentiles(nanos, nanos, nanos, nanos);
            intervals.add(new Interval(intervals.size() / 10.0, 0.1, ANSWERS / millis, 37_000, 0, percentiles));
        }
        LoadPlan plan = plan(new Shape(64, 1, OptionalDouble.empty()));
        return result(plan, intervals.size() / 10.0, total, List.of(), intervals);
    }

    /** One second at that rate, all of whose answers took that long. */
    public static LoadResult of(LoadPlan plan, double rate, Duration latency) {
        Histogram total = new Histogram(5);
        total.recordValueWithCount(latency.toNanos(), Math.round(rate));
        return result(plan, 1, total, List.of(), List.of());
    }

    /** One second in which everything went wrong in one way. */
    public static LoadResult withFault(LoadPlan plan, FaultKind kind) {
        return result(plan, 1, new Histogram(5), List.of(new Fault(kind, 1, "a test")), List.of());
    }

    /** The same, by a load that waited that part of the time for a processor. */
    static LoadResult starved(LoadResult result, double starved) {
        var client = new ClientLoad("nio", 1, 0.5, starved, new Histogram(3));
        return new LoadResult(
                result.plan(),
                result.seconds(),
                result.latency(),
                result.volume(),
                result.faults(),
                result.intervals(),
                client);
    }

    /** On nobody. */
    public static LoadPlan plan(Shape shape) {
        var address = ServerAddress.parse("127.0.0.1:6789");
        return new LoadPlan(
                new Target(address, Optional.empty(), Framing.DEFAULT, EventLoops.defaults(), Duration.ofSeconds(10)),
                shape,
                Extent.lasting(Duration.ofSeconds(1), Duration.ZERO),
                Exchanges.anyAnswer(List.of(new byte[32])));
    }

    private static LoadResult result(
            LoadPlan plan, double seconds, Histogram total, List<Fault> faults, List<Interval> intervals) {
        var client = new ClientLoad("nio", 1, 0.5, 0, new Histogram(3));
        var volume = new LoadResult.Volume(37_000, 37_000);
        return new LoadResult(plan, seconds, total, volume, faults, intervals, client);
    }
}
