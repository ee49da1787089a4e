package io.quintet.server;

import java.io.ByteArrayOutputStream;
import java.util.Locale;

/** Frames by hand, as the contract writes them, to compare the server's with. In its text each character is one byte. */
final class TestFrames {
    private TestFrames() {}

    /** One frame in each of the framings that can hold any payload, by its expression. */
    static String frame(String framing, String payload) {
        int length = payload.length();
        return switch (framing.split(",(max|zero|crlf)=", 2)[0]) {
            case "ascii:1" -> length + payload;
            case "ascii:5" -> String.format(Locale.ROOT, "%05d", length) + payload;
            case "ascii:9" -> String.format(Locale.ROOT, "%09d", length) + payload;
            case "ascii:5,incl" -> String.format(Locale.ROOT, "%05d", length + 5) + payload;
            case "ascii:5,pad=space" -> String.format(Locale.ROOT, "%5d", length) + payload;
            case "bin:1" -> bigEndian(length, 1) + payload;
            case "bin:2" -> bigEndian(length, 2) + payload;
            case "bin:2,le" -> reversed(bigEndian(length, 2)) + payload;
            case "bin:3" -> bigEndian(length, 3) + payload;
            case "bin:3,incl" -> bigEndian(length + 3, 3) + payload;
            case "bin:4" -> bigEndian(length, 4) + payload;
            case "bin:4,le,incl" -> reversed(bigEndian(length + 4, 4)) + payload;
            case "netstring" -> length + ":" + payload + ",";
            case "line" -> payload + "\r\n";
            case "line:lf" -> payload + "\n";
            default -> throw new IllegalArgumentException(framing);
        };
    }

    private static String bigEndian(int value, int bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (int shift = 8 * (bytes - 1); shift >= 0; shift -= 8) {
            out.write(value >>> shift);
        }
        return RawPeer.text(out.toByteArray());
    }

    static String reversed(String text) {
        return new StringBuilder(text).reverse().toString();
    }
}
