package io.quintet.cli.send;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Bytes as a terminal may show them: printable UTF-8 as it is, a backslash twice, {@code \r \n \t}, and every other byte
 * as {@code \x1b}. No control sequence passes, nor a character that only changes how others look.
 */
final class TerminalText {
    private final ByteBuffer in;
    private final CharBuffer decoded;
    private final StringBuilder text;

    private TerminalText(byte[] bytes) {
        this.in = ByteBuffer.wrap(bytes);
        this.decoded = CharBuffer.allocate(bytes.length);
        this.text = new StringBuilder(bytes.length + 16);
    }

    static String of(byte[] bytes) {
        return new TerminalText(bytes).write();
    }

    private String write() {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        while (in.hasRemaining()) {
            CoderResult result = decoder.reset().decode(in, decoded, true);
            decoded.flip().codePoints().forEach(this::appendCharacter);
            decoded.clear();
            for (int i = 0; result.isError() && i < result.length(); i++) {
                appendByte(in.get());
            }
        }
        return text.toString();
    }

    private void appendCharacter(int character) {
        switch (character) {
            case '\r' -> text.append("\\r");
            case '\n' -> text.append("\\n");
            case '\t' -> text.append("\\t");
            case '\\' -> text.append("\\\\");
            default -> {
                if (isPrintable(character)) {
                    text.appendCodePoint(character);
                } else {
                    for (byte one : Character.toString(character).getBytes(StandardCharsets.UTF_8)) {
                        appendByte(one);
                    }
                }
            }
        }
    }

    private void appendByte(byte value) {
        text.append(String.format("\\x%02x", value & 0xff));
    }

    private static boolean isPrintable(int character) {
        return switch (Character.getType(character)) {
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
