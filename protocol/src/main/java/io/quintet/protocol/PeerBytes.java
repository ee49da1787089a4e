package io.quintet.protocol;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.nio.charset.StandardCharsets;

/** Bytes a peer sent, made fit for a log line or a terminal: no control character and no byte above ASCII passes. */
public final class PeerBytes {
    private PeerBytes() {}

    /** The bytes as text: printable ASCII as it is, {@code \r \n \t \\ \"} and, for every other byte, {@code \x1b}. */
    public static String escape(byte[] bytes) {
        var text = new StringBuilder(bytes.length + 16);
        for (byte one : bytes) {
            append(text, one & 0xff);
        }
        return text.toString();
    }

    /** The first bytes of a buffer's readable ones as {@link #escape(byte[])}, with {@code ...} behind if there are more. */
    public static String escape(ByteBuf bytes, int most) {
        int shown = Math.min(most, bytes.readableBytes());
        String text = escape(ByteBufUtil.getBytes(bytes, bytes.readerIndex(), shown));
        return shown < bytes.readableBytes() ? text + "..." : text;
    }

    /** The bytes as lower-case hex digits, two a byte. */
    public static String hex(byte[] bytes) {
        return ByteBufUtil.hexDump(bytes);
    }

    /** The first bytes of a buffer's readable ones as hex. */
    public static String hex(ByteBuf bytes, int most) {
        return ByteBufUtil.hexDump(bytes, bytes.readerIndex(), Math.min(most, bytes.readableBytes()));
    }

    /** One byte as {@code 0x78}. */
    static String hexByte(int value) {
        return String.format("0x%02x", value & 0xff);
    }

    /** A word that someone typed, escaped and cut, for an error message. */
    static String quote(String word) {
        String cut = word.length() > 80 ? word.substring(0, 80) + "..." : word;
        return escape(cut.getBytes(StandardCharsets.UTF_8));
    }

    private static void append(StringBuilder text, int value) {
        switch (value) {
            case '\r' -> text.append("\\r");
            case '\n' -> text.append("\\n");
            case '\t' -> text.append("\\t");
            case '\\' -> text.append("\\\\");
            case '"' -> text.append("\\\"");
            default -> {
                if (value >= 0x20 && value < 0x7f) {
                    text.append((char) value);
                } else {
                    text.append(String.format("\\x%02x", value));
                }
            }
        }
    }
}
