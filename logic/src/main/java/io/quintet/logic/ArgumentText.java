package io.quintet.logic;

import java.util.ArrayList;
import java.util.List;

/** The escapes of a {@link LogicExpression}'s arguments. */
final class ArgumentText {
    private static final String PLAIN = ",=\\\n\r\t";
    private static final String ESCAPED = ",=\\nrt";

    private ArgumentText() {}

    /** The parts between the commas that no backslash escapes, still escaped. */
    static List<String> split(String text) {
        List<String> parts = new ArrayList<>();
        String rest = text;
        for (int comma = indexOf(rest, ','); comma >= 0; comma = indexOf(rest, ',')) {
            parts.add(rest.substring(0, comma));
            rest = rest.substring(comma + 1);
        }
        parts.add(rest);
        return parts;
    }

    /** The first {@code wanted} that no backslash escapes, or -1. */
    static int indexOf(String text, char wanted) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == wanted) {
                return i;
            }
            if (text.charAt(i) == '\\') {
                i++;
            }
        }
        return -1;
    }

    static String unescape(String where, String text) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            boolean escape = text.charAt(i) == '\\';
            plain.append(escape ? meaning(where, text, ++i) : text.charAt(i));
        }
        return plain.toString();
    }

    private static char meaning(String where, String text, int index) {
        int known = index < text.length() ? ESCAPED.indexOf(text.charAt(index)) : -1;
        if (known < 0) {
            throw new LogicException(
                    where + ": " + Printable.text(text) + " (expected: a backslash only in \\, \\= \\\\ \\n \\r \\t)");
        }
        return PLAIN.charAt(known);
    }

    static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int known = PLAIN.indexOf(c);
            escaped.append(known < 0 ? String.valueOf(c) : "\\" + ESCAPED.charAt(known));
        }
        return escaped.toString();
    }
}
