package io.quintet.cli.send;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** How payloads are written in words and lines. */
public enum PayloadForm {
    /** As text, sent in UTF-8. */
    TEXT,
    /** As hex digits, two a byte; blanks between bytes are skipped. */
    HEX;

    /** The bytes that a word or line stands for. */
    byte[] parse(String text) {
        if (this == TEXT) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        try {
            return HexFormat.of().parseHex(text.replaceAll("\\s+", ""));
        } catch (IllegalArgumentException e) {
            throw new SendException(
                    SendException.Kind.BAD_PAYLOAD,
                    "payload: " + TerminalText.of(text.getBytes(StandardCharsets.UTF_8))
                            + " (expected: hex digits, two a byte)",
                    e);
        }
    }

    /** The bytes that a line stands for: of text, the very bytes that were read. */
    byte[] parse(byte[] line) {
        return this == TEXT ? line : parse(new String(line, StandardCharsets.ISO_8859_1));
    }
}
