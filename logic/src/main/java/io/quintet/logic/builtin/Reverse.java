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
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** {@code reverse}: the request from its end to its beginning. */
public final class Reverse implements LogicProvider {
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
        int low = 0;
        int high = payload.length() - Long.BYTES;
        for (; low <= high; low += Long.BYTES, high -= Long.BYTES) {
            long first = payload.longAt(low);
            long last = payload.longAt(high);
            payload.setLong(low, Long.reverseBytes(last));
            payload.setLong(high, Long.reverseBytes(first));
        }
        for (high += Long.BYTES - 1; low < high; low++, high--) {
            byte first = payload.byteAt(low);
            payload.setByte(low, payload.byteAt(high));
            payload.setByte(high, first);
        }
    }
}
