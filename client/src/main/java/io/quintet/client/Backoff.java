package io.quintet.client;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How often and at which intervals a client tries to connect: the delay doubles from the first to the longest, each
 * shortened at random by up to a quarter so that many clients do not come back together.
 *
 * @param attempts attempts in a row before giving up, at least 1
 * @param first the delay after the first failure
 * @param longest the delay that no other exceeds
 */
public record Backoff(int attempts, Duration first, Duration longest) {
    /** One attempt. */
    public static final Backoff ONCE = new Backoff(1, Duration.ofMillis(100), Duration.ofMillis(100));

    /** Eight attempts over about ten seconds. */
    public static final Backoff DEFAULT = new Backoff(8, Duration.ofMillis(100), Duration.ofSeconds(5));

    /** Checks the ranges. */
    public Backoff {
        require(attempts >= 1, "attempts", attempts, "1 or more");
        require(!first.isNegative() && !first.isZero(), "first", first, "more than nothing");
        require(longest.compareTo(first) >= 0, "longest", longest, "no less than the first delay, " + first);
    }

    /** Tries for ever. */
    public static Backoff unlimited(Duration first, Duration longest) {
        return new Backoff(Integer.MAX_VALUE, first, longest);
    }

    /** The delay after a number of failures in a row, counted from 1. */
    Duration delayAfter(int failures, RandomGenerator random) {
        long most = longest.toNanos();
        long nanos = first.toNanos();
        for (int i = 1; i < failures && nanos < most; i++) {
            nanos = nanos > most / 2 ? most : nanos * 2;
        }
        return Duration.ofNanos(nanos - random.nextLong(nanos / 4 + 1));
    }

    private static void require(boolean good, String what, Object value, String expected) {
        if (!good) {
            throw new IllegalArgumentException(
                    "client.backoff." + what + ": " + value + " (expected: " + expected + ")");
        }
    }
}
