package io.quintet.load;

import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * How busy the load's own side was.
 *
 * @param transport how it waited for sockets
 * @param threads its event loops
 * @param running the part of the measured time that the busiest of them spent on a processor, 0 to 1
 * @param starved the part that the worst of them waited for a processor with something to do, 0 to 1
 * @param lateness nanoseconds by which requests of an open loop were sent later than they were due, though there was room
 */
public record ClientLoad(String transport, int threads, double running, double starved, Histogram lateness) {
    /** Waiting for a processor for this part of the time makes figures worse than the server is. */
    public static final double STARVED = 0.1;

    private static final double BUSY = 0.9;
    private static final long LATE_NANOS = 1_000_000;

    /** Of these event loops over that time. */
    static ClientLoad of(String transport, List<ThreadTimes> times, long nanos, Histogram lateness) {
        double running = times.stream().mapToLong(ThreadTimes::running).max().orElse(0);
        double starved = times.stream().mapToLong(ThreadTimes::waiting).max().orElse(0);
        return new ClientLoad(transport, times.size(), running / nanos, starved / nanos, lateness);
    }

    /** Whether the server could perhaps have done more than was asked of it. */
    public boolean isBottleneck() {
        return running >= BUSY || isStarved() || isLate();
    }

    /** Whether others kept it from its processor for long. */
    public boolean isStarved() {
        return starved >= STARVED;
    }

    /** Whether requests were sent too late for the latencies to be the server's alone. */
    public boolean isLate() {
        return lateness.getTotalCount() > 0 && lateness.getValueAtPercentile(99) > LATE_NANOS;
    }
}
