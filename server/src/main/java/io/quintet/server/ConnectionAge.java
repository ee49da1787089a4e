package io.quintet.server;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long one connection has been open. Each reaches an age a little sooner or later than others, so that those which
 * began together do not all end together. Confined to the connection's event loop.
 */
final class ConnectionAge {
    private static final int LEAST_PERMILLE = 900;
    private static final int MOST_PERMILLE = 1100;

    private final LoopClock clock;
    private final long opened;
    private final int permille = ThreadLocalRandom.current().nextInt(LEAST_PERMILLE, MOST_PERMILLE + 1);

    /** Begins now. */
    ConnectionAge(LoopClock clock) {
        this.clock = clock;
        this.opened = clock.now();
    }

    /** Whether it is older than about {@code most}; never where that is zero. */
    boolean isOver(Duration most) {
        return !most.isZero() && clock.hasPassed(most.multipliedBy(permille).dividedBy(1000), opened);
    }
}
