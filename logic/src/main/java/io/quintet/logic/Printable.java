package io.quintet.logic;

import java.util.HexFormat;

/** Text and bytes from outside made safe for one line of a log or a message: no control character passes. */
public final class Printable {
    private static final HexFormat HEX = HexFormat.of();

    private Printable() {}

    /** {@code text} with whatever does not print written as {@code \n}, {@code \x1b} or {@code \\u200b}; a backslash doubled. */
    public static String text(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 8);
        text.codePoints().forEach(codePoint -> append(safe, codePoint));
        return safe.toString();
    }

    /** A word that somebody gave, the same way; two quotes where there is nothing else to see. */
    public static String word(String word) {
        return word.isEmpty() ? "''" : text(word);
    }

    private static void append(StringBuilder safe, int codePoint) {
        switch (codePoint) {
            case '\n' -> safe.append("\\n");
            case '\r' -> safe.append("\\r");
            case '\t' -> safe.append("\\t");
            case '\\' -> safe.append("\\\\");
            default -> {
                if (prints(codePoint)) {
                    safe.appendCodePoint(codePoint);
                } else if (codePoint < 0x100) {
                    safe.append("\\x").append(HEX.toHexDigits((byte) codePoint));
                } else {
                    safe.append("\\u").append(HEX.toHexDigits(codePoint, codePoint > 0xffff ? 6 : 4));
                }
            }
        }
    }

    private static boolean prints(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
