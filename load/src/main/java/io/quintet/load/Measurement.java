package io.quintet.load;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.HdrHistogram.Histogram;

/** Adds up what the event loops hand over, interval by interval. Confined to the thread that runs the load. */
final class Measurement {
    private final LoadListener listener;
    private final Histogram latency = Meter.newHistogram();
    private final Histogram lateness = Meter.newHistogram();
    private final Faults faults = new Faults();
    private final List<Interval> intervals = new ArrayList<>();
    private final long begin;
    private long intervalBegin;
    private long lastAnswer;
    private long sent;
    private long received;

    /**
     * @param begin of measuring, as {@link System#nanoTime} tells
     * @param before what went wrong earlier
     */
    Measurement(LoadListener listener, long begin, List<Fault> before) {
        this.listener = listener;
        this.begin = begin;
        this.intervalBegin = begin;
        this.lastAnswer = begin;
        faults.addAll(before);
    }

    /** One interval, which ends now. */
    void add(List<Meter.Reading> readings, List<Fault> wrong) {
        intervals.add(hear(readings, wrong));
    }

    /** What came after the last interval: it counts and is heard, but its rate would say nothing. */
    void addLate(List<Meter.Reading> readings, List<Fault> wrong) {
        hear(readings, wrong);
    }

    private Interval hear(List<Meter.Reading> readings, List<Fault> wrong) {
        long end = System.nanoTime();
        long before = received;
        Histogram part = sum(readings, wrong);
        var interval = new Interval(
                seconds(begin, intervalBegin),
                seconds(intervalBegin, end),
                part.getTotalCount(),
                received - before,
                wrong.stream().mapToLong(Fault::count).sum(),
                Interval.Percentiles.of(part));
        intervalBegin = end;
        listener.measured(interval, part);
        return interval;
    }

    private Histogram sum(List<Meter.Reading> readings, List<Fault> wrong) {
        Histogram part = Meter.newHistogram();
        for (Meter.Reading reading : readings) {
            part.add(reading.latency());
            lateness.add(reading.lateness());
            received += reading.received();
            sent += reading.sent();
            lastAnswer = Math.max(lastAnswer - begin, reading.lastAnswer() - begin) + begin;
        }
        latency.add(part);
        faults.addAll(wrong);
        return part;
    }

    LoadResult result(LoadPlan plan, Function<Histogram, ClientLoad> client) {
        var volume = new LoadResult.Volume(sent, received);
        return new LoadResult(
                plan,
                seconds(begin, lastAnswer),
                latency,
                volume,
                faults.list(),
                List.copyOf(intervals),
                client.apply(lateness));
    }

    private static double seconds(long from, long to) {
        return (to - from) / 1e9;
    }
}
