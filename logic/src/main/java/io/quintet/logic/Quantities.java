package io.quintet.logic;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations, sizes and rates as users write them. */
final class Quantities {
    private static final Pattern QUANTITY = Pattern.compile("([0-9]{1,18})([a-zA-Z]*)");
    private static final Map<String, Duration> TIMES = Map.of(
            "ns", Duration.ofNanos(1),
            "us", Duration.ofNanos(1000),
            "ms", Duration.ofMillis(1),
            "s", Duration.ofSeconds(1),
            "m", Duration.ofMinutes(1),
            "h", Duration.ofHours(1),
            "d", Duration.ofDays(1));
    private static final Map<String, Long> SIZES =
            Map.of("", 1L, "B", 1L, "KiB", 1L << 10, "MiB", 1L << 20, "GiB", 1L << 30);
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}");
    private static final Pattern RATE = Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,9})?)(%?)");

    private Quantities() {}

    /** ASCII digits alone: {@code Long.parseLong} takes others too, and a plus sign. */
    static long number(String text) {
        return Long.parseLong(match(NUMBER, text).group());
    }

    static Duration duration(String text) {
        return text.equals("0") ? Duration.ZERO : unit(TIMES, text).multipliedBy(amount(text));
    }

    static long size(String text) {
        long unit = unit(SIZES, text);
        return unit * new Range<>(0L, Long.MAX_VALUE / unit).check(amount(text));
    }

    private static long amount(String text) {
        return Long.parseLong(match(QUANTITY, text).group(1));
    }

    private static <T> T unit(Map<String, T> units, String text) {
        T unit = units.get(match(QUANTITY, text).group(2));
        if (unit == null) {
            throw new IllegalArgumentException(text);
        }
        return unit;
    }

    static double rate(String text) {
        Matcher matcher = match(RATE, text);
        double rate = Double.parseDouble(matcher.group(1)) / (matcher.group(2).isEmpty() ? 1 : 100);
        return new Range<>(0.0, 1.0).check(rate);
    }

    private static Matcher match(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(text);
        }
        return matcher;
    }

    /** {@code a, b or c}. */
    static String enumerate(List<String> words) {
        int last = words.size() - 1;
        return last < 1 ? words.get(0) : String.join(", ", words.subList(0, last)) + " or " + words.get(last);
    }
}
