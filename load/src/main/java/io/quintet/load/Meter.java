package io.quintet.load;

import org.HdrHistogram.Histogram;

/** What one event loop measures. Confined to it, but for what it hands over. */
final class Meter {
    private static final int DIGITS = 3;

    private Histogram latency = newHistogram();
    private Histogram lateness = newHistogram();
    private long received;
    private long sent;
    private long lastAnswer;
    private long measuredFrom;
    private boolean measuring;

    /**
     * What was measured since the last time.
     *
     * @param latency nanoseconds from when a request was sent, or was due, to its answer
     * @param lateness nanoseconds by which this side sent later than it should have, though there was room
     * @param received bytes
     * @param sent bytes
     * @param lastAnswer when the last measured answer came, as {@link System#nanoTime} tells
     */
    record Reading(Histogram latency, Histogram lateness, long received, long sent, long lastAnswer) {}

    static Histogram newHistogram() {
        Histogram histogram = new Histogram(DIGITS);
        histogram.setAutoResize(true);
        return histogram;
    }

    /** From now on: what begins earlier counts for nothing. */
    void measureFrom(long now) {
        measuredFrom = now;
        lastAnswer = now;
        measuring = true;
        received = 0;
        sent = 0;
    }

    void record(long start, long now, int answers) {
        if (measuring && start - measuredFrom >= 0) {
            latency.recordValueWithCount(Math.max(0, now - start), answers);
            lastAnswer = now;
        }
    }

    void recordLateness(long nanos) {
        if (measuring) {
            lateness.recordValue(Math.max(0, nanos));
        }
    }

    void received(int bytes) {
        received += bytes;
    }

    void sent(int bytes) {
        sent += bytes;
    }

    /** Hands over what it has and begins anew. */
    Reading take() {
        var reading = new Reading(latency, lateness, received, sent, lastAnswer);
        latency = newHistogram();
        lateness = newHistogram();
        received = 0;
        sent = 0;
        return reading;
    }
}
