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
            json.append(JsonText.quoted(text));
        } catch (CharacterCodingException e) {
            json.append("null");
        }
    }
}
