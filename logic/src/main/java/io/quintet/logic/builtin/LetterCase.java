package io.quintet.logic.builtin;

import io.quintet.logic.InPlaceLogic;
import io.quintet.logic.InlineLogic;
import io.quintet.logic.Logic;
import io.quintet.logic.Parameter;
import io.quintet.logic.Parameters;
import io.quintet.logic.Payload;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Changes the case of letters: in place for ASCII, by eight bytes at a time; as text, by the rules of Unicode, for any other charset. */
enum LetterCase {
    /** {@code a} to {@code A}. */
    UPPER('a', 'z') {
        @Override
        String of(String text) {
            return text.toUpperCase(Locale.ROOT);
        }
    },
    /** {@code A} to {@code a}. */
    LOWER('A', 'Z') {
        @Override
        String of(String text) {
            return text.toLowerCase(Locale.ROOT);
        }
    };

    static final Parameter<Charset> CHARSET = Parameters.charset("charset", "US-ASCII leaves all other bytes alone")
            .withDefault("US-ASCII");

    private static final long HIGH_BITS = 0x8080808080808080L;

    private final char first;
    private final long toHighBitFromFirst;
    private final long toHighBitAfterLast;

    LetterCase(char first, char last) {
        this.first = first;
        this.toHighBitFromFirst = (0x80 - first) * 0x0101010101010101L;
        this.toHighBitAfterLast = (0x7f - last) * 0x0101010101010101L;
    }

    abstract String of(String text);

    Logic in(Charset charset) {
        if (charset.equals(StandardCharsets.US_ASCII)) {
            return (InPlaceLogic) this::apply;
        }
        return (InlineLogic) (request, answer) -> {
            String text = LosslessText.decode(request.payload().asByteBuffer(), charset);
            answer.append(LosslessText.encode(change(text, charset), charset));
        };
    }

    void apply(Payload payload) {
        int index = 0;
        for (int end = payload.length() - Long.BYTES; index <= end; index += Long.BYTES) {
            payload.setLong(index, change(payload.longAt(index)));
        }
        for (; index < payload.length(); index++) {
            payload.setByte(index, change(payload.byteAt(index)));
        }
    }

    private byte change(byte value) {
        return value >= first && value < first + 26 ? (byte) (value ^ 0x20) : value;
    }

    /** Each byte's high bit says whether it is a letter to change; a quarter of that is the bit to flip. */
    private long change(long eight) {
        long low = eight & ~HIGH_BITS;
        long letters = (low + toHighBitFromFirst) & ~(low + toHighBitAfterLast) & ~eight & HIGH_BITS;
        return eight ^ (letters >>> 2);
    }

    /** A letter whose other case the charset cannot say stays as it is. */
    private String change(String text, Charset charset) {
        String changed = of(text);
        CharsetEncoder encoder = charset.newEncoder();
        if (encoder.canEncode(changed)) {
            return changed;
        }
        StringBuilder kept = new StringBuilder(text.length());
        TextUnit.CODEPOINT.forEach(text, letter -> kept.append(encoder.canEncode(of(letter)) ? of(letter) : letter));
        return kept.toString();
    }
}
