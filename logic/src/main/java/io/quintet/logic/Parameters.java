package io.quintet.logic;

import java.nio.charset.Charset;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Makes the usual {@link Parameter}s. All are required until {@link Parameter#withDefault} says otherwise. */
public final class Parameters {
    private Parameters() {}

    /** Any text, as given. */
    public static Parameter<String> text(String name, String description) {
        return new Parameter<>(name, "a text", description, text -> text);
    }

    /** One constant of {@code type}, written in lower case with hyphens. */
    public static <E extends Enum<E>> Parameter<E> oneOf(String name, Class<E> type, String description) {
        List<E> constants = List.of(type.getEnumConstants());
        List<String> words = constants.stream().map(Parameters::word).toList();
        return new Parameter<>(
                name, Quantities.enumerate(words), description, text -> constants.get(indexOf(words, text)));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static int indexOf(List<String> words, String text) {
        int index = words.indexOf(text);
        if (index < 0) {
            throw new IllegalArgumentException(text);
        }
        return index;
    }

    /** A charset of this Java that can be written as well as read. */
    public static Parameter<Charset> charset(String name, String description) {
        return new Parameter<>(name, "a charset such as UTF-8, GBK or Shift_JIS", description, Parameters::charset);
    }

    private static Charset charset(String name) {
        Charset charset = Charset.forName(name);
        if (!charset.canEncode()) {
            throw new IllegalArgumentException(name);
        }
        return charset;
    }

    /** A span of time with its unit: {@code 50ms}; a bare {@code 0} needs none. */
    public static Parameter<Duration> duration(String name, String description) {
        return new Parameter<>(name, "a duration such as 50ms or 2s", description, Quantities::duration);
    }

    /** A span of time, or any between two: {@code 50ms} or {@code 50ms..200ms}. */
    public static Parameter<Range<Duration>> durationRange(String name, String description) {
        String expected = "a duration such as 50ms or a range such as 50ms..200ms";
        return new Parameter<>(name, expected, description, text -> Range.parse(text, Quantities::duration));
    }

    /** A whole number from {@code least} to {@code most}. */
    public static Parameter<Long> number(String name, long least, long most, String description) {
        Range<Long> allowed = new Range<>(least, most);
        return new Parameter<>(
                name,
                "a number from " + least + " to " + most,
                description,
                text -> allowed.check(Quantities.number(text)));
    }

    /** A share of all: {@code 0.1} or {@code 10%}. */
    public static Parameter<Double> rate(String name, String description) {
        return new Parameter<>(name, "a rate such as 0.1 or 10%", description, Quantities::rate);
    }

    /** A number of bytes up to {@code most}: {@code 512}, {@code 64KiB}. */
    public static Parameter<Long> size(String name, long most, String description) {
        Range<Long> allowed = new Range<>(0L, most);
        return new Parameter<>(name, expectedSize(most), description, text -> allowed.check(Quantities.size(text)));
    }

    /** A number of bytes, or any between two, up to {@code most}: {@code 32} or {@code 1KiB..4KiB}. */
    public static Parameter<Range<Long>> sizeRange(String name, long most, String description) {
        Range<Long> allowed = new Range<>(0L, most);
        return new Parameter<>(
                name,
                expectedSize(most) + " or a range such as 1KiB..4KiB",
                description,
                text -> Range.parse(text, part -> allowed.check(Quantities.size(part))));
    }

    private static String expectedSize(long most) {
        return "a size of up to " + most + " bytes such as 512 or 64KiB";
    }
}
