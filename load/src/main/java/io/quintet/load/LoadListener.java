package io.quintet.load;

import org.HdrHistogram.Histogram;

/** Hears what is measured while it is. Called on the thread that runs the load. */
public interface LoadListener {
    /** Hears nothing. */
    LoadListener NONE = (interval, latency) -> {};

    /**
     * One interval is over.
     *
     * @param latency what was measured in it, in nanoseconds, valid during the call
     */
    void measured(Interval interval, Histogram latency);
}
