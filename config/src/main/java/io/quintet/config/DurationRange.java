package io.quintet.config;

import java.time.Duration;

/** The durations that a setting takes, both ends included. */
record DurationRange(Duration least, Duration most) {
    /** A clock that zero switches off. */
    static final DurationRange CLOCK = new DurationRange(Duration.ZERO, Duration.ofDays(365));

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
        return least.isZero() ? range + ", 0 for never" : range;
    }
}
