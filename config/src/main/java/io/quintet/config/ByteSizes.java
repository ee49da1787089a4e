package io.quintet.config;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sizes in bytes as people write them: {@code 65536}, {@code 256KiB}, {@code 1 MiB}. */
final class ByteSizes {
    static final String EXPECTED = "a size in bytes such as 65536, 256KiB or 1MiB";

    private static final Pattern FORM = Pattern.compile("(\\d{1,10}) *([a-z]*)");
    private static final Map<String, Long> UNITS = Map.of(
            "", 1L,
            "b", 1L,
            "kb", 1_000L,
            "mb", 1_000_000L,
            "gb", 1_000_000_000L,
            "kib", 1L << 10,
            "mib", 1L << 20,
            "gib", 1L << 30);

    private ByteSizes() {}

    /** Reads a number with its unit; without one it counts bytes. */
    static int parse(String text) {
        Matcher form = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
        Long unit = form.matches() ? UNITS.get(form.group(2)) : null;
        if (unit == null) {
            throw new IllegalArgumentException(EXPECTED);
        }
        long bytes = Long.parseLong(form.group(1)) * unit;
        if (bytes > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("a size below 2GiB");
        }
        return (int) bytes;
    }

    /** Writes in the largest unit that says it exactly; reads back to an equal value. */
    static String format(int bytes) {
        if (bytes != 0 && bytes % (1 << 20) == 0) {
            return (bytes >> 20) + "MiB";
        }
        if (bytes != 0 && bytes % (1 << 10) == 0) {
            return (bytes >> 10) + "KiB";
        }
        return Integer.toString(bytes);
    }
}
