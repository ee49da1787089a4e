package io.quintet.config;

/** Text from outside, made to stay on its line. */
final class OneLine {
    private static final int MOST = 120;

    private OneLine() {}

    /** The text with control characters replaced, cut where it is very long; quotes where there is nothing else to see. */
    static String of(String text) {
        if (text.isBlank()) {
            return "'" + text.replaceAll("\\s", " ") + "'";
        }
        String cut = text.length() > MOST ? text.substring(0, MOST) + "..." : text;
        return cut.replaceAll("[\\p{Cntrl}\\p{Cf}\\u2028\\u2029]", "?");
    }
}
