package io.quintet.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** The kinds of values that settings have. */
final class ValueTypes {
    static final String SWITCH_LABEL = "true|false";

    /** Taken as it is. */
    static ValueType<String> text(String label) {
        return ValueType.of(label, Function.identity(), Function.identity());
    }

    /** A file, which is looked at by whoever reads it. */
    static ValueType<Path> file() {
        return ValueType.of("FILE", ValueTypes::path, Path::toString);
    }

    private static Path path(String text) {
        if (text.isBlank() || text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a file");
        }
        return Path.of(text);
    }

    static ValueType<Integer> number(IntRange range) {
        return ValueType.of("N", text -> range.require(wholeNumber(text, range), Integer::toString), String::valueOf);
    }

    static ValueType<Integer> size(IntRange range) {
        return ValueType.of("SIZE", text -> range.require(ByteSizes.parse(text), ByteSizes::format), ByteSizes::format);
    }

    static ValueType<Duration> duration(DurationRange range) {
        return ValueType.of("DURATION", text -> range.require(Durations.parse(text)), Durations::format);
    }

    /** On or off. */
    static ValueType<Boolean> onOff() {
        return new ValueType<>(SWITCH_LABEL, List.of("true", "false"), Boolean::parseBoolean, String::valueOf);
    }

    /** The constants of an enum, as their {@code toString} says them. */
    static <E extends Enum<E>> ValueType<E> words(String label, Class<E> type) {
        List<String> words =
                Arrays.stream(type.getEnumConstants()).map(Enum::toString).toList();
        return new ValueType<>(label, words, text -> type.getEnumConstants()[words.indexOf(text)], Enum::toString);
    }

    private ValueTypes() {}

    /** In ASCII digits alone: the JDK would take those of other scripts and a plus sign. */
    private static int wholeNumber(String text, IntRange range) {
        if (!text.matches("-?[0-9]{1,9}")) {
            throw new IllegalArgumentException(range.expected());
        }
        return Integer.parseInt(text);
    }
}
