package io.quintet.load;

import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * What a load measured.
 *
 * @param plan what was asked for
 * @param seconds from the begin of measuring to the last measured answer
 * @param latency of every measured answer, in nanoseconds
 * @param volume bytes in both directions
 * @param faults what went wrong, warm-up included
 * @param intervals the measured time in parts
 * @param client whether the load itself was the limit
 */
public record LoadResult(
        LoadPlan plan,
        double seconds,
        Histogram latency,
        Volume volume,
        List<Fault> faults,
        List<Interval> intervals,
        ClientLoad client) {

    /**
     * Bytes.
     *
     * @param sent to the server
     * @param received from it
     */
    public record Volume(long sent, long received) {}

    /** The number of measured answers. */
    public long answers() {
        return latency.getTotalCount();
    }

    /** Answers a second. */
    public double rate() {
        return seconds > 0 ? answers() / seconds : 0;
    }

    /** How much went wrong: requests lost or answered wrongly, and connections that could not be made. */
    public long errors() {
        return faults.stream().mapToLong(Fault::count).sum();
    }
}
