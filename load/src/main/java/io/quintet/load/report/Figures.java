package io.quintet.load.report;

import java.util.Locale;

/** Numbers as people read them: three significant digits, a unit that fits. */
final class Figures {
    private static final String[] TIME_UNITS = {"ns", "us", "ms", "s"};
    private static final String[] BYTE_UNITS = {"B", "kB", "MB", "GB", "TB"};

    private Figures() {}

    /** {@code 1.23 ms}. */
    static String time(double nanos) {
        return scaled(nanos, TIME_UNITS);
    }

    /** The same of a whole number. */
    static String time(long nanos) {
        return time((double) nanos);
    }

    /** {@code 45.6 MB}. */
    static String bytes(double bytes) {
        return scaled(bytes, BYTE_UNITS);
    }

    /** {@code 1 234 567}. */
    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number).replace(',', ' ');
    }

    /** The same, rounded. */
    static String count(double number) {
        return count(Math.round(number));
    }

    /** {@code 98 %}. */
    static String percent(double part) {
        return Math.round(part * 100) + " %";
    }

    /** {@code 9.98 s}. */
    static String seconds(double seconds) {
        return String.format(Locale.ROOT, "%.2f s", seconds);
    }

    private static String scaled(double number, String... units) {
        double value = number;
        int unit = 0;
        while (value >= 999.5 && unit + 1 < units.length) {
            value /= 1000;
            unit++;
        }
        int decimals = unit == 0 || value >= 99.95 ? 0 : value >= 9.995 ? 1 : 2;
        return String.format(Locale.ROOT, "%." + decimals + "f %s", value, units[unit]);
    }
}
