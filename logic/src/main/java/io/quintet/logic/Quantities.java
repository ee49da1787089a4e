package io.quintet.logic;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations, sizes and rates as users write them: in the same words as in the server's settings. */
final class Quantities {
    private static final Pattern QUANTITY = Pattern.compile("([0-9]{1,15}) *([a-z]*)");
    private static final Map<String, Duration> TIMES = Map.of(
            "ns", Duration.ofNanos(1),
            "us", Duration.ofNanos(1000),
            "ms", Duration.ofMillis(1),
            "s", Duration.ofSeconds(1),
            "min", Duration.ofMinutes(1),
            "h", Duration.ofHours(1),
            "d", Duration.ofDays(1));

    /** A hundred years. */
    private static final Duration LONGEST = Duration.ofDays(36_500);

    private static final Map<String, Long> SIZES = Map.of(
            "", 1L,
            "b", 1L,
            "kb", 1_000L,
            "mb", 1_000_000L,
            "gb", 1_000_000_000L,
            "kib", 1L << 10,
            "mib", 1L << 20,
            "gib", 1L << 30);
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,18}");
    private static final Pattern RATE = Pattern.compile("([0-9]{1,9}(?:\\.[0-9]{1,9})?)(%?)");

    private Quantities() {}

    /** ASCII digits alone: {@code Long.parseLong} takes others too, and a plus sign. */
    static long number(String text) {
        return Long.parseLong(match(NUMBER, text).group());
    }

    static Duration duration(String text) {
        Matcher quantity = quantity(text);
        long count = Long.parseLong(quantity.group(1));
        if (count == 0 && quantity.group(2).isEmpty()) {
            return Duration.ZERO;
        }
        long nanos = unit(TIMES, canonicalUnit(quantity.group(2))).toNanos();
        return Duration.ofNanos(nanos * new Range<>(0L, LONGEST.toNanos() / nanos).check(count));
    }

    private static String canonicalUnit(String word) {
        return switch (word) {
            case "m", "mins", "minute", "minutes" -> "min";
            case "sec", "secs", "second", "seconds" -> "s";
            case "hour", "hours" -> "h";
            case "day", "days" -> "d";
            case "milli", "millis", "millisecond", "milliseconds" -> "ms";
            default -> word;
        };
    }

    static long size(String text) {
        Matcher quantity = quantity(text);
        long unit = unit(SIZES, quantity.group(2));
        return unit * new Range<>(0L, Long.MAX_VALUE / unit).check(Long.parseLong(quantity.group(1)));
    }

    private static Matcher quantity(String text) {
        return match(QUANTITY, text.strip().toLowerCase(Locale.ROOT));
    }

    private static <T> T unit(Map<String, T> units, String word) {
        T unit = units.get(word);
        if (unit == null) {
            throw new IllegalArgumentException(word);
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
