package io.quintet.load;

/**
 * The requests of one connection that wait for their answers, those with the same start as one entry. Confined to its
 * connection.
 */
final class InFlight {
    private final long[] starts;
    private final int[] counts;
    private int first;
    private int entries;
    private int total;

    InFlight(int most) {
        starts = new long[most];
        counts = new int[most];
    }

    void add(int requests, long start) {
        int at = index(entries++);
        starts[at] = start;
        counts[at] = requests;
        total += requests;
    }

    /** The oldest {@code answers} of them were answered. */
    void complete(int answers, long now, Meter meter) {
        int left = answers;
        while (left > 0) {
            int part = Math.min(left, counts[first]);
            meter.record(starts[first], now, part);
            counts[first] -= part;
            left -= part;
            if (counts[first] == 0) {
                first = index(1);
                entries--;
            }
        }
        total -= answers;
    }

    private int index(int distance) {
        int at = first + distance;
        return at < starts.length ? at : at - starts.length;
    }

    /** How many requests wait. */
    int total() {
        return total;
    }

    /** When the oldest of them began; only where there are any. */
    long oldest() {
        return starts[first];
    }
}
