package io.quintet.load.report;

import io.quintet.load.Interval;
import io.quintet.load.LoadListener;
import java.io.PrintStream;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;

/** An HdrHistogram log: the whole histogram of each interval, for the tools that read such logs. */
public final class IntervalHlog implements LoadListener {
    private static final double NANOS_A_MILLISECOND = 1e6;

    private final HistogramLogWriter log;

    /** With its heading at once; the stream stays the caller's. */
    public IntervalHlog(PrintStream out) {
        log = new HistogramLogWriter(out);
        log.outputComment("latency in nanoseconds, by quintet bench");
        log.outputLogFormatVersion();
        log.outputStartTime(System.currentTimeMillis());
        log.outputLegend();
    }

    @Override
    public void measured(Interval interval, Histogram latency) {
        log.outputIntervalHistogram(
                interval.start(), interval.start() + interval.seconds(), latency, NANOS_A_MILLISECOND);
    }
}
