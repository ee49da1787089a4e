package io.quintet.exec;

import java.time.Duration;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Watches that a process answers in time. One timer a process, set again only when it rings: nothing per request, and
 * nothing at all while there is none. Safe from any thread.
 */
final class TimeLimit {
    private final long limitNanos;
    private final InFlight inFlight;
    private final ScheduledExecutorService timer;
    private final Runnable exceeded;
    private final AtomicBoolean set = new AtomicBoolean();

    TimeLimit(Duration limit, InFlight inFlight, ScheduledExecutorService timer, Runnable exceeded) {
        this.limitNanos = limit.toNanos();
        this.inFlight = inFlight;
        this.timer = timer;
        this.exceeded = exceeded;
    }

    /** To be called once requests are in flight. */
    void watch() {
        if (limitNanos > 0 && !set.get() && set.compareAndSet(false, true)) {
            ringIn(limitNanos);
        }
    }

    private void ringIn(long nanos) {
        timer.schedule(this::check, nanos, TimeUnit.NANOSECONDS);
    }

    private void check() {
        long owed = inFlight.owedNanos();
        if (owed >= limitNanos) {
            exceeded.run();
        } else if (owed >= 0) {
            ringIn(limitNanos - owed);
        } else {
            set.set(false);
            if (inFlight.owedNanos() >= 0) {
                watch();
            }
        }
    }
}
