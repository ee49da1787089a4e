package io.quintet.logic;

import java.util.function.Function;

/**
 * All values between two, both included.
 *
 * @param least the lower end
 * @param most the upper end, not below the lower
 */
public record Range<T extends Comparable<T>>(T least, T most) {
    /** Checks the order. */
    public Range {
        if (least.compareTo(most) > 0) {
            throw new IllegalArgumentException("range: " + least + ".." + most + " (expected: the lower end first)");
        }
    }

    /** {@code 1..2}, or {@code 1} for both ends alike. */
    static <T extends Comparable<T>> Range<T> parse(String text, Function<String, T> reader) {
        int dots = text.indexOf("..");
        T least = reader.apply(dots < 0 ? text : text.substring(0, dots));
        return dots < 0 ? new Range<>(least, least) : new Range<>(least, reader.apply(text.substring(dots + 2)));
    }

    /** Whether {@code value} lies in it. */
    public boolean contains(T value) {
        return least.compareTo(value) <= 0 && value.compareTo(most) <= 0;
    }

    T check(T value) {
        if (!contains(value)) {
            throw new IllegalArgumentException(value + " (expected: " + least + " to " + most + ")");
        }
        return value;
    }
}
