package io.quintet.config;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write them: {@code 500ms}, {@code 30s}, {@code 10 min}. */
public final class Durations {
    /** What a duration looks like, for whoever was given something else. */
    public static final String EXPECTED = "a duration such as 500ms, 30s, 10min, 2h or 0";

    private static final long NANOS_OF_SECOND = 1_000_000_000;

    /** A hundred years: so long that nobody waits for it, so short that adding it to a time overflows nowhere. */
    private static final Duration LONGEST = Duration.ofDays(36_500);

    private static final Pattern FORM = Pattern.compile("(\\d{1,18}) *([a-z]*)");

    private static final Map<String, ChronoUnit> UNITS = new LinkedHashMap<>();

    static {
        UNITS.put("d", ChronoUnit.DAYS);
        UNITS.put("h", ChronoUnit.HOURS);
        UNITS.put("min", ChronoUnit.MINUTES);
        UNITS.put("s", ChronoUnit.SECONDS);
        UNITS.put("ms", ChronoUnit.MILLIS);
        UNITS.put("us", ChronoUnit.MICROS);
        UNITS.put("ns", ChronoUnit.NANOS);
    }

    private Durations() {}

    /**
     * Reads a number with its unit; zero alone needs none.
     *
     * @throws IllegalArgumentException saying what would have been right
     */
    public static Duration parse(String text) {
        Matcher form = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!form.matches()) {
            throw new IllegalArgumentException(EXPECTED);
        }
        long count = Long.parseLong(form.group(1));
        if (count == 0 && form.group(2).isEmpty()) {
            return Duration.ZERO;
        }
        ChronoUnit unit = UNITS.get(canonicalUnit(form.group(2)));
        if (unit == null) {
            throw new IllegalArgumentException(EXPECTED);
        }
        long nanos = unit.getDuration().toNanos();
        if (count > LONGEST.toNanos() / nanos) {
            throw new IllegalArgumentException("at most " + format(LONGEST));
        }
        return Duration.ofNanos(count * nanos);
    }

    /** Writes in the largest unit that says it exactly; reads back to an equal value. */
    static String format(Duration duration) {
        if (duration.isZero()) {
            return "0";
        }
        if (duration.isNegative()) {
            return "-" + format(duration.negated());
        }
        for (Map.Entry<String, ChronoUnit> unit : UNITS.entrySet()) {
            if (duration.truncatedTo(unit.getValue()).equals(duration)) {
                return count(duration, unit.getValue().getDuration()) + unit.getKey();
            }
        }
        throw new IllegalStateException(duration + " is no number of nanoseconds");
    }

    /** Not by {@link Duration#dividedBy(Duration)}, which takes milliseconds each time when a program has just begun. */
    private static long count(Duration duration, Duration unit) {
        return unit.getSeconds() > 0
                ? duration.getSeconds() / unit.getSeconds()
                : duration.getSeconds() * (NANOS_OF_SECOND / unit.getNano()) + duration.getNano() / unit.getNano();
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
