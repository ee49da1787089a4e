package io.quintet.config;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them: {@code 500ms}, {@code 30s}, {@code 10 min}. */
public final class Durations {
    /** What a duration looks like, for whoever was given something else. */
    public static final String EXPECTED = "a duration such as 500ms, 30s, 10min, 2h or 0";

    private static final Pattern FORM = Pattern.compile("(\\d{1,15}) *([a-z]*)");
    private static final Map<String, Duration> UNITS = new LinkedHashMap<>();

    static {
        UNITS.put("d", Duration.ofDays(1));
        UNITS.put("h", Duration.ofHours(1));
        UNITS.put("min", Duration.ofMinutes(1));
        UNITS.put("s", Duration.ofSeconds(1));
        UNITS.put("ms", Duration.ofMillis(1));
        UNITS.put("us", Duration.ofNanos(1_000));
        UNITS.put("ns", Duration.ofNanos(1));
    }

    private Durations() {}

    /** Reads a number with its unit; zero alone needs none. */
    public static Duration parse(String text) {
        Matcher form = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!form.matches()) {
            throw new IllegalArgumentException(EXPECTED);
        }
        long count = Long.parseLong(form.group(1));
        if (count == 0 && form.group(2).isEmpty()) {
            return Duration.ZERO;
        }
        Duration unit = UNITS.get(canonicalUnit(form.group(2)));
        if (unit == null) {
            throw new IllegalArgumentException(EXPECTED);
        }
        return unit.multipliedBy(count);
    }

    /** Writes in the largest unit that says it exactly; reads back to an equal value. */
    static String format(Duration duration) {
        if (duration.isZero()) {
            return "0";
        }
        if (duration.isNegative()) {
            return "-" + format(duration.negated());
        }
        for (Map.Entry<String, Duration> unit : UNITS.entrySet()) {
            long count = duration.dividedBy(unit.getValue());
            if (unit.getValue().multipliedBy(count).equals(duration)) {
                return count + unit.getKey();
            }
        }
        return duration.toString();
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
}
