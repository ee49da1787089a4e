package io.quintet.logic.builtin;

import io.quintet.logic.Arguments;
import io.quintet.logic.InPlaceLogic;
import io.quintet.logic.InlineLogic;
import io.quintet.logic.Logic;
import io.quintet.logic.LogicException;
import io.quintet.logic.LogicProvider;
import io.quintet.logic.Parameter;
import io.quintet.logic.Parameters;
import io.quintet.logic.Payload;
import java.nio.LongBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** {@code reverse}: the request from its end to its beginning. */
public final class Reverse implements LogicProvider {
    /** Words at either end from which on it pays to check their bounds once for all, in a view. */
    private static final int MANY_WORDS = 64;

    /** Bytes of two words. */
    private static final int PAIR = 2 * Long.BYTES;

    private static final Parameter<TextUnit> UNIT =
            Parameters.oneOf("unit", TextUnit.class, "what changes places").withDefault("byte");
    private static final Parameter<Charset> CHARSET = Parameters.charset(
                    "charset", "of the text, for the units codepoint and grapheme")
            .withDefault("UTF-8");

    @Override
    public String name() {
        return "reverse";
    }

    @Override
    public String description() {
        return "answers the request reversed: its bytes, or its code points or graphemes (malformed bytes are kept)";
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(UNIT, CHARSET);
    }

    @Override
    public Logic create(Arguments arguments) {
        TextUnit unit = arguments.get(UNIT);
        Charset charset = arguments.get(CHARSET);
        if (unit == TextUnit.BYTE) {
            requireUtf8(charset);
            return (InPlaceLogic) Reverse::reverse;
        }
        return (InlineLogic) (request, answer) -> {
            String text = LosslessText.decode(request.payload().asByteBuffer(), charset);
            answer.append(LosslessText.encode(unit.reverse(text), charset));
        };
    }

    /** Whoever names a charset does not expect bytes to be reversed. */
    private static void requireUtf8(Charset charset) {
        if (!charset.equals(StandardCharsets.UTF_8)) {
            throw new LogicException(
                    "logic.reverse.charset: " + charset + " (expected: together with unit=codepoint or unit=grapheme)");
        }
    }

    /** By words from both ends; where the last two overlap, both hold the same right bytes. */
    static void reverse(Payload payload) {
        if (payload.length() >= PAIR && payload.length() <= 2 * PAIR) {
            exchangePairs(payload);
            return;
        }
        int words = (payload.length() + Long.BYTES) / PAIR;
        if (words < MANY_WORDS) {
            exchangeWords(payload, words);
        } else {
            exchangeManyWords(payload, words);
        }
        reverseBetween(payload, words * Long.BYTES, payload.length() - 1 - words * Long.BYTES);
    }

    /** The two words at either end are all there is: no loop, whose beginning would take longer than they do. */
    private static void exchangePairs(Payload payload) {
        int last = payload.length() - Long.BYTES;
        long first = payload.longAt(0);
        long second = payload.longAt(Long.BYTES);
        long third = payload.longAt(last - Long.BYTES);
        long fourth = payload.longAt(last);
        payload.setLong(0, Long.reverseBytes(fourth));
        payload.setLong(Long.BYTES, Long.reverseBytes(third));
        payload.setLong(last - Long.BYTES, Long.reverseBytes(second));
        payload.setLong(last, Long.reverseBytes(first));
    }

    private static void exchangeManyWords(Payload payload, int words) {
        LongBuffer front = payload.longs(0, words);
        LongBuffer back = payload.longs(payload.length() - words * Long.BYTES, words);
        for (int i = 0; i < words; i++) {
            long first = front.get(i);
            long last = back.get(words - 1 - i);
            front.put(i, Long.reverseBytes(last));
            back.put(words - 1 - i, Long.reverseBytes(first));
        }
    }

    /** One counter for both ends, since the compiler then unrolls the loop. */
    private static void exchangeWords(Payload payload, int words) {
        int last = payload.length() - Long.BYTES;
        for (int i = 0; i < words; i++) {
            long front = payload.longAt(i * Long.BYTES);
            long back = payload.longAt(last - i * Long.BYTES);
            payload.setLong(i * Long.BYTES, Long.reverseBytes(back));
            payload.setLong(last - i * Long.BYTES, Long.reverseBytes(front));
        }
    }

    private static void reverseBetween(Payload payload, int first, int last) {
        for (int low = first, high = last; low < high; low++, high--) {
            byte front = payload.byteAt(low);
            payload.setByte(low, payload.byteAt(high));
            payload.setByte(high, front);
        }
    }
}
