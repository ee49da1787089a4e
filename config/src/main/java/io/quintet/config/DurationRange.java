package io.quintet.config;

import java.time.Duration;

/** The durations that a setting takes, both ends included. */
record DurationRange(Duration least, Duration most) {
    /** A clock that zero switches off. */
    static final DurationRange CLOCK = new DurationRange(Duration.ZERO, Duration.ofDays(365));

    Duration require(String key, Duration value) {
        if (value.compareTo(least) < 0 || value.compareTo(most) > 0) {
            throw new SettingException(key, Durations.format(value), expected());
        }
        return value;
    }

    String expected() {
        String range = Durations.format(least) + " to " + Durations.format(most);
        return least.isZero() ? range + ", 0 for never" : range;
    }
}
