package io.quintet.cli.send;

/** Text in JSON. */
public final class JsonText {
    private JsonText() {}

    /** A string with its quotation marks. */
    public static String quoted(CharSequence text) {
        var json = new StringBuilder(text.length() + 8).append('"');
        text.chars().forEach(character -> appendEscaped(json, (char) character));
        return json.append('"').toString();
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
