package io.quintet.server;

import java.util.Random;

/**
 * What happens to the bytes of one direction on their way through a {@link FaultProxy}.
 *
 * @param delayMillis how long bytes are held; those that come meanwhile leave together with them
 * @param jitterMillis up to so much longer, each time anew
 * @param slice most bytes that are written at once
 * @param bytesPerSecond most bytes that leave in a second
 * @param end what happens at byte {@code endAt}
 */
record FaultLane(int delayMillis, int jitterMillis, int slice, int bytesPerSecond, End end, int endAt) {
    /** How a direction ends before its time. */
    enum End {
        NEVER,
        RESET,
        HALF_CLOSE,
        BLACK_HOLE
    }

    private static final int[] DELAYS = {0, 0, 1, 5, 30};
    private static final int[] SLICES = {1, 7, 100, 1448, 1 << 20, 1 << 20, 1 << 20};
    private static final int MOST_SLICES = 500;
    private static final int[] RATES = {100_000, 1_000_000, Integer.MAX_VALUE, Integer.MAX_VALUE};

    /** @param bytes about as many as will pass */
    static FaultLane of(Random random, End end, int bytes) {
        return new FaultLane(
                any(random, DELAYS),
                random.nextInt(4),
                Math.max(any(random, SLICES), bytes / MOST_SLICES),
                any(random, RATES),
                end,
                random.nextInt(bytes + 1));
    }

    private static int any(Random random, int[] values) {
        return values[random.nextInt(values.length)];
    }

    /** How many of {@code bytes} arrive. */
    int arriving(int bytes) {
        return end == End.NEVER ? bytes : Math.min(bytes, endAt);
    }

    boolean endsBefore(int bytes) {
        return end != End.NEVER && endAt <= bytes;
    }
}
