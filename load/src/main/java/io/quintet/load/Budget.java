package io.quintet.load;

import java.util.concurrent.atomic.AtomicLong;

/** How many requests may still be sent. Safe from any thread. */
final class Budget {
    private final boolean limited;
    private final AtomicLong left;

    private Budget(boolean limited, long requests) {
        this.limited = limited;
        this.left = new AtomicLong(requests);
    }

    static Budget unlimited() {
        return new Budget(false, 0);
    }

    static Budget of(long requests) {
        return new Budget(true, requests);
    }

    /** As many of {@code wanted} as are left. */
    int take(int wanted) {
        if (!limited || wanted == 0) {
            return wanted;
        }
        long before = left.getAndAdd(-wanted);
        return (int) Math.max(0, Math.min(before, wanted));
    }

    /** Whether none is left. */
    boolean isSpent() {
        return limited && left.get() <= 0;
    }
}
