package io.quintet.config;

import java.util.function.IntFunction;

/** The whole numbers that a setting takes, both ends included. */
record IntRange(int least, int most) {
    void require(String key, int value) {
        if (!contains(value)) {
            throw new SettingException(key, Integer.toString(value), expected());
        }
    }

    int require(int value, IntFunction<String> writer) {
        if (!contains(value)) {
            throw new IllegalArgumentException(expected(writer));
        }
        return value;
    }

    private boolean contains(int value) {
        return value >= least && value <= most;
    }

    String expected() {
        return expected(Integer::toString);
    }

    private String expected(IntFunction<String> writer) {
        return writer.apply(least) + " to " + writer.apply(most);
    }
}
