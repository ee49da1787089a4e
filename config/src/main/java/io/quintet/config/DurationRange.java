package io.quintet.config;

import java.time.Duration;

/**
 * The durations that a setting takes, both ends included.
 *
 * @param zero what a duration of nothing means, in a word
 */
record DurationRange(Duration least, Duration most, String zero) {
    /** A clock that zero switches off. */
    static final DurationRange CLOCK = new DurationRange(Duration.ZERO, Duration.ofDays(365), "never");

    /** A wait that zero leaves out. */
    static final DurationRange DELAY = new DurationRange(Duration.ZERO, Duration.ofDays(365), "none");

    void require(String key, Duration value) {
        if (!contains(value)) {
            throw new SettingException(key, Durations.format(value), expected());
        }
    }

    Duration require(Duration value) {
        if (!contains(value)) {
            throw new IllegalArgumentException(expected());
        }
        return value;
    }

    private boolean contains(Duration value) {
        return value.compareTo(least) >= 0 && value.compareTo(most) <= 0;
    }

    private String expected() {
        String range = Durations.format(least) + " to " + Durations.format(most);
        return least.isZero() ? range + ", 0 for " + zero : range;
    }
}
