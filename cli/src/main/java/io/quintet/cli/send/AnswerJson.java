package io.quintet.cli.send;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/**
 * An answer as one line of JSON. One flat object with one string to escape is less than a library would cost to load
 * each time the command starts.
 */
final class AnswerJson {
    private AnswerJson() {}

    static String of(TimedAnswer answer) {
        var json = new StringBuilder("{\"answer\":").append(answer.number());
        json.append(",\"bytes\":").append(answer.payload().length).append(",\"text\":");
        appendText(json, answer.payload());
        json.append(",\"hex\":\"")
                .append(HexFormat.of().formatHex(answer.payload()))
                .append('"');
        answer.took().ifPresent(took -> json.append(",\"micros\":").append(took.toNanos() / 1000));
        return json.append('}').toString();
    }

    private static void appendText(StringBuilder json, byte[] payload) {
        try {
            CharSequence text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(payload));
            json.append('"');
            text.chars().forEach(character -> appendEscaped(json, (char) character));
            json.append('"');
        } catch (CharacterCodingException e) {
            json.append("null");
        }
    }

    /** Beyond what JSON asks for, what a terminal could take for a command. */
    private static void appendEscaped(StringBuilder json, char character) {
        switch (character) {
            case '"' -> json.append("\\\"");
            case '\\' -> json.append("\\\\");
            case '\n' -> json.append("\\n");
            case '\r' -> json.append("\\r");
            case '\t' -> json.append("\\t");
            default -> {
                int type = Character.getType(character);
                if (Character.isISOControl(character) || type == Character.FORMAT || type == Character.LINE_SEPARATOR) {
                    json.append(String.format("\\u%04x", (int) character));
                } else {
                    json.append(character);
                }
            }
        }
    }
}
