package io.quintet.server;

/**
 * Grants so many things a second, in the long run exactly, and a second's worth at once. More may be taken than is there:
 * the debt is paid off before there is anything again. Not safe from another thread.
 */
final class Bucket {
    /** Parts of one thing that are counted: with them, a millisecond's worth is a whole number. */
    private static final long PARTS = 1000;

    private static final long LONGEST_MILLIS = 1_000_000_000;

    private final int perSecond;
    private long parts;
    private long filledAt;

    /** @param now in milliseconds, as for {@link #refill} */
    Bucket(int perSecond, long now) {
        this.perSecond = perSecond;
        this.parts = perSecond * PARTS;
        this.filledAt = now;
    }

    /** Grants what has become due. */
    void refill(long now) {
        long passed = Math.min(now - filledAt, LONGEST_MILLIS);
        parts = Math.min(perSecond * PARTS, parts + passed * perSecond);
        filledAt = now;
    }

    void take(long things) {
        parts -= things * PARTS;
    }

    /** Whether nothing may be taken before there is more. */
    boolean isEmpty() {
        return parts < PARTS;
    }
}
