package io.quintet.exec;

import io.quintet.logic.Range;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long to wait before a worker is started again: the least pause, doubled with each process that ended without an
 * answer, and any time between half of that and all of it, so that workers do not start in step.
 *
 * @param pauses the bounds before chance makes them shorter
 */
record Backoff(Range<Duration> pauses) {
    Duration pause(int failures, RandomGenerator random) {
        long nanos = pauses.least().toNanos();
        long most = pauses.most().toNanos();
        for (int i = 0; i < failures && nanos < most; i++) {
            nanos = Math.min(most, Math.max(1, nanos) * 2);
        }
        return Duration.ofNanos(nanos - random.nextLong(nanos / 2 + 1));
    }
}
