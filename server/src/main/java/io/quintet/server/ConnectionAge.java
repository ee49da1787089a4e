package io.quintet.server;

import java.time.Duration;

/**
 * How long a connection may be open. Each reaches its age a little sooner or later than others, so that those which began
 * together do not all end together.
 */
final class ConnectionAge {
    private static final int LEAST_PERMILLE = 900;
    private static final int MOST_PERMILLE = 1100;

    /** Multiplied by it, numbers that follow one another lie as far apart as they can (Fibonacci hashing). */
    private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L;

    private ConnectionAge() {}

    /** The age of the connection with this id, where {@code most} is about how old they may become; zero for never. */
    static Duration mostOf(long id, Duration most) {
        return most.isZero() ? most : most.multipliedBy(permille(id)).dividedBy(1000);
    }

    private static long permille(long id) {
        long spread = (id * GOLDEN_RATIO) >>> (Long.SIZE / 2);
        return LEAST_PERMILLE + ((spread * (MOST_PERMILLE - LEAST_PERMILLE + 1)) >>> (Long.SIZE / 2));
    }
}
