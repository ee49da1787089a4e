package io.quintet.logic.builtin;

import io.quintet.logic.Arguments;
import io.quintet.logic.InlineLogic;
import io.quintet.logic.Logic;
import io.quintet.logic.LogicException;
import io.quintet.logic.LogicProvider;
import io.quintet.logic.Parameter;
import io.quintet.logic.Parameters;
import io.quintet.logic.Printable;
import java.nio.charset.Charset;
import java.util.HexFormat;
import java.util.List;

/** {@code fixed}: always the same. */
public final class Fixed implements LogicProvider {
    private static final Parameter<String> TEXT = Parameters.text("text", "the answer");
    private static final Parameter<Form> FORM = Parameters.oneOf(
                    "form", Form.class, "hex where the text gives the bytes in hexadecimal digits")
            .withDefault("text");
    private static final Parameter<Charset> CHARSET =
            Parameters.charset("charset", "of the text on the wire").withDefault("UTF-8");

    @Override
    public String name() {
        return "fixed";
    }

    @Override
    public String description() {
        return "answers always the same text, in a charset, or bytes";
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(TEXT, FORM, CHARSET);
    }

    @Override
    public Logic create(Arguments arguments) {
        String text = arguments.get(TEXT);
        byte[] fixed = arguments.get(FORM) == Form.HEX ? hex(text) : encoded(text, arguments.get(CHARSET));
        return (InlineLogic) (request, answer) -> answer.append(fixed);
    }

    private static byte[] hex(String text) {
        try {
            return HexFormat.of().parseHex(text);
        } catch (IllegalArgumentException e) {
            throw new LogicException(
                    "logic.fixed.text: " + Printable.text(text) + " (expected: an even number of hexadecimal digits)",
                    e);
        }
    }

    private static byte[] encoded(String text, Charset charset) {
        if (!charset.newEncoder().canEncode(text)) {
            throw new LogicException(
                    "logic.fixed.text: " + Printable.text(text) + " (expected: a text that " + charset + " can say)");
        }
        return text.getBytes(charset);
    }
}
