package io.quintet.logic.builtin;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;

/**
 * Text in a charset whose malformed bytes survive.
 *
 * <p>A byte that is no text in the charset becomes a lone low surrogate, U+DC00 plus the byte, which no decoder makes
 * otherwise; encoding turns it back into the byte. Never throws for any bytes.
 */
final class LosslessText {
    private static final int MARK = 0xdc00;

    private LosslessText() {}

    static String decode(ByteBuffer bytes, Charset charset) {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer text = CharBuffer.allocate((int) Math.ceil(bytes.remaining() * decoder.maxCharsPerByte()) + 8);
        for (CoderResult end = decoder.decode(bytes, text, true);
                end.isError();
                end = decoder.decode(bytes, text, true)) {
            for (int i = Math.min(end.length(), bytes.remaining()); i > 0; i--) {
                text.put((char) (MARK + (bytes.get() & 0xff)));
            }
        }
        decoder.flush(text);
        return text.flip().toString();
    }

    /** The bytes of {@code text}; a character that the charset cannot say becomes the charset's replacement. */
    static byte[] encode(String text, Charset charset) {
        CharsetEncoder encoder = charset.newEncoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE);
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.ceil((text.length() + 4) * encoder.maxBytesPerChar()) + 16);
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            if (isKept(text, i)) {
                encoder.encode(CharBuffer.wrap(text, from, i), bytes, false);
                bytes.put((byte) (text.charAt(i) - MARK));
                from = i + 1;
            }
        }
        encoder.encode(CharBuffer.wrap(text, from, text.length()), bytes, true);
        encoder.flush(bytes);
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    private static boolean isKept(String text, int index) {
        char c = text.charAt(index);
        return c >= MARK && c <= MARK + 0xff && (index == 0 || !Character.isHighSurrogate(text.charAt(index - 1)));
    }
}
