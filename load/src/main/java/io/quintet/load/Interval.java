package io.quintet.load;

import org.HdrHistogram.Histogram;

/**
 * A part of the measured time. Latencies are in nanoseconds, 0 where there was no answer.
 *
 * @param start seconds from the begin of measuring
 * @param seconds its length
 * @param answers those that came in it
 * @param bytes received in it
 * @param faults what went wrong in it
 * @param latency percentiles of its answers
 */
public record Interval(double start, double seconds, long answers, long bytes, long faults, Percentiles latency) {
    /**
     * Latencies in nanoseconds below which that part of the answers came.
     *
     * @param p50 half of them
     * @param p90 nine of ten
     * @param p99 ninety-nine of a hundred
     * @param max all
     */
    public record Percentiles(long p50, long p90, long p99, long max) {
        static Percentiles of(Histogram histogram) {
            return histogram.getTotalCount() == 0
                    ? new Percentiles(0, 0, 0, 0)
                    : new Percentiles(
                            histogram.getValueAtPercentile(50),
                            histogram.getValueAtPercentile(90),
                            histogram.getValueAtPercentile(99),
                            histogram.getMaxValue());
        }
    }

    /** Answers a second. */
    public double rate() {
        return seconds > 0 ? answers / seconds : 0;
    }
}
