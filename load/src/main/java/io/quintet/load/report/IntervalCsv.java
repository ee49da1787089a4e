package io.quintet.load.report;

import io.quintet.load.Interval;
import io.quintet.load.LoadListener;
import java.io.PrintStream;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/** A line of comma-separated values for each interval, written when it is over. */
public final class IntervalCsv implements LoadListener {
    private final PrintStream out;

    /** With the names of the columns at once; the stream stays the caller's. */
    public IntervalCsv(PrintStream out) {
        this.out = out;
        out.println("start_s,seconds,answers,rate,bytes,errors,p50_ns,p90_ns,p99_ns,max_ns");
    }

    @Override
    public void measured(Interval interval, Histogram latency) {
        Interval.Percentiles times = interval.latency();
        out.println(String.format(
                Locale.ROOT,
                "%.3f,%.3f,%d,%.1f,%d,%d,%d,%d,%d,%d",
                interval.start(),
                interval.seconds(),
                interval.answers(),
                interval.rate(),
                interval.bytes(),
                interval.faults(),
                times.p50(),
                times.p90(),
                times.p99(),
                times.max()));
    }
}
