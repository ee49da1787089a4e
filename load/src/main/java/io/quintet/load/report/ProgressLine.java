package io.quintet.load.report;

import io.quintet.load.Interval;
import io.quintet.load.LoadListener;
import java.io.PrintStream;
import org.HdrHistogram.Histogram;

/** One line on a terminal that tells how it goes, written over and over about once a second. */
public final class ProgressLine implements LoadListener {
    private static final double EVERY_SECONDS = 0.9;
    private static final String BACK_AND_CLEAR = "\r\u001b[K";

    private final PrintStream terminal;
    private double shown;
    private double seconds;
    private double answers;
    private long faults;

    /** On this terminal. */
    public ProgressLine(PrintStream terminal) {
        this.terminal = terminal;
    }

    @Override
    public void measured(Interval interval, Histogram latency) {
        answers += interval.answers();
        seconds += interval.seconds();
        faults += interval.faults();
        double at = interval.start() + interval.seconds();
        if (at - shown >= EVERY_SECONDS) {
            terminal.print(
                    BACK_AND_CLEAR + Figures.seconds(at) + "  " + Figures.count(answers / seconds) + " a second  p99 "
                            + Figures.time((double) interval.latency().p99()) + "  errors " + faults);
            terminal.flush();
            shown = at;
            seconds = 0;
            answers = 0;
        }
    }

    /** Takes the line away. */
    public void clear() {
        terminal.print(BACK_AND_CLEAR);
        terminal.flush();
    }
}
