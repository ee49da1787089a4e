package io.quintet.config;

import io.quintet.protocol.Framing;
import io.quintet.protocol.FramingException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** From what a user writes to a {@link Framing}, with a guess where the form's name has a slip. */
public final class FramingText {
    private static final List<String> FORMS = List.of("ascii", "bin", "netstring", "line", "raw");
    private static final Pattern FORM_AND_REST = Pattern.compile("(?s)([^:,]*)(.*)");

    private FramingText() {}

    /**
     * Reads a framing expression.
     *
     * @throws SettingException with the protocol's message, and what was perhaps meant
     */
    public static Framing parse(String text) {
        try {
            return Framing.parse(text);
        } catch (FramingException e) {
            String message = String.valueOf(e.getMessage());
            throw new SettingException(
                    "framing", guess(text).map(it -> with(message, it)).orElse(message));
        }
    }

    private static Optional<String> guess(String text) {
        Matcher parts = FORM_AND_REST.matcher(text);
        return parts.matches()
                ? NearestWord.to(parts.group(1), FORMS)
                        .map(form -> form + parts.group(2))
                        .filter(FramingText::isRight)
                : Optional.empty();
    }

    private static boolean isRight(String text) {
        try {
            return Framing.parse(text).maxPayload() > 0;
        } catch (FramingException e) {
            return false;
        }
    }

    private static String with(String message, String guess) {
        return message.endsWith(")")
                ? message.substring(0, message.length() - 1) + "; did you mean " + guess + "?)"
                : message;
    }
}
