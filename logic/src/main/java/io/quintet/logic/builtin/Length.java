package io.quintet.logic.builtin;

import io.quintet.logic.Answer;
import io.quintet.logic.Arguments;
import io.quintet.logic.InlineLogic;
import io.quintet.logic.Logic;
import io.quintet.logic.LogicProvider;
import io.quintet.logic.Parameter;
import io.quintet.logic.Parameters;
import java.nio.charset.Charset;
import java.util.List;

/** {@code length}: how long the request is. */
public final class Length implements LogicProvider {
    private static final Parameter<TextUnit> UNIT =
            Parameters.oneOf("unit", TextUnit.class, "what is counted").withDefault("byte");
    private static final Parameter<Charset> CHARSET = Parameters.charset(
                    "charset", "of the text, for the units codepoint and grapheme")
            .withDefault("UTF-8");

    @Override
    public String name() {
        return "length";
    }

    @Override
    public String description() {
        return "answers the request's length in decimal: bytes, or code points or graphemes (a malformed byte counts one)";
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
            return (InlineLogic) (request, answer) -> appendDecimal(answer, request.length());
        }
        return (InlineLogic) (request, answer) -> {
            String text = LosslessText.decode(request.payload().asByteBuffer(), charset);
            appendDecimal(answer, unit.count(text));
        };
    }

    /** Without an object. */
    private static void appendDecimal(Answer answer, int number) {
        if (number > 9) {
            appendDecimal(answer, number / 10);
        }
        answer.append((byte) ('0' + number % 10));
    }
}
