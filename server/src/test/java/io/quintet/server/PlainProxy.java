package io.quintet.server;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a PROXY header plainly, from the protocol's text, in a stream that is there as a whole: what the scanner is
 * judged against. It shares no code with it.
 */
final class PlainProxy {
    private static final String BYTE = "(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])";
    private static final String FOUR = BYTE + "(?:\\." + BYTE + "){3}";
    private static final String GROUP = "[0-9A-Fa-f]{0,4}";
    private static final String SIX = "(?:" + GROUP + ":)+" + GROUP + "|::(?:ffff:)?" + FOUR;
    private static final String PORT = "(0|[1-9][0-9]{0,4})";
    private static final String STRANGE_SIX = "(?:" + GROUP + ":)+(?:" + GROUP + "|" + FOUR + ")";
    private static final Pattern LINE = wholeLine(SIX);
    private static final Pattern STRANGE_LINE = wholeLine(STRANGE_SIX);
    private static final String SIGNATURE = "\r\n\r\n\0\r\nQUIT\n";

    /** An IPv6 address with dots that no system would print: whether that is one has several opinions. */
    static final String EITHER = "either";

    private PlainProxy() {}

    /**
     * What a stream begins with: {@code none}, {@code waits}, {@code malformed}, or what a header says and how many bytes
     * it is long, such as {@code /192.0.2.1:56324 in 47}.
     */
    static String read(byte[] bytes) {
        String stream = RawPeer.text(bytes);
        if (stream.startsWith("PROXY ")) {
            return line(stream);
        }
        if (stream.startsWith(SIGNATURE)) {
            return binary(stream);
        }
        return "PROXY ".startsWith(stream) || SIGNATURE.startsWith(stream) ? "waits" : "none";
    }

    private static Pattern wholeLine(String six) {
        String addresses = "TCP4 (" + FOUR + ") " + FOUR + "|TCP6 (" + six + ") (" + six + ")";
        return Pattern.compile("PROXY (?:" + addresses + ") " + PORT + " " + PORT + "\r\n");
    }

    private static String line(String stream) {
        int end = stream.indexOf('\n') + 1;
        if (end == 0 && stream.length() < 107) {
            return "waits";
        }
        String line = stream.substring(0, end);
        if (end == 0 || end > 107) {
            return "malformed";
        }
        if (line.equals("PROXY UNKNOWN\r\n") || (line.startsWith("PROXY UNKNOWN ") && line.endsWith("\r\n"))) {
            return "unknown in " + end;
        }
        Matcher words = LINE.matcher(line);
        if (!words.matches() && STRANGE_LINE.matcher(line).matches()) {
            return EITHER;
        }
        if (!words.matches()
                || Integer.parseInt(words.group(4)) > 65_535
                || Integer.parseInt(words.group(5)) > 65_535) {
            return "malformed";
        }
        boolean four = words.group(1) != null;
        boolean addressed = four || (isAddress(words.group(2)) && isAddress(words.group(3)));
        return addressed ? address(words.group(four ? 1 : 2)) + ":" + words.group(4) + " in " + end : "malformed";
    }

    private static boolean isAddress(String word) {
        return !address(word).isEmpty();
    }

    /** The JDK asks no name server about a word with a colon. */
    private static String address(String word) {
        try {
            return InetAddress.getByName(word).toString();
        } catch (UnknownHostException none) {
            return "";
        }
    }

    private static String binary(String stream) {
        int command = at(stream, 12);
        int family = at(stream, 13);
        boolean wrongCommand = command >= 0 && command != 0x20 && command != 0x21;
        boolean wrongFamily = family >= 0 && ((family & 0xf0) > 0x30 || (family & 0xf) > 2);
        if (wrongCommand || wrongFamily) {
            return "malformed";
        }
        if (stream.length() < 16) {
            return "waits";
        }
        int length = at(stream, 14) * 256 + at(stream, 15);
        if (length > 4096) {
            return "malformed";
        }
        return stream.length() < 16 + length ? "waits" : whole(stream, length, command == 0x20 ? 0 : family);
    }

    private static String whole(String stream, int length, int family) {
        int size = family == 0x11 ? 4 : 16;
        String end = " in " + (16 + length);
        if (at(stream, 12) == 0x20) {
            return "local" + end;
        }
        if (family != 0x11 && family != 0x21) {
            return "unknown" + end;
        }
        if (length < 2 * size + 4) {
            return "malformed";
        }
        byte[] source = Arrays.copyOfRange(RawPeer.bytes(stream), 16, 16 + size);
        int port = 16 + 2 * size;
        try {
            return InetAddress.getByAddress(source) + ":" + (at(stream, port) * 256 + at(stream, port + 1)) + end;
        } catch (UnknownHostException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static int at(String stream, int index) {
        return index < stream.length() ? stream.charAt(index) : -1;
    }
}
