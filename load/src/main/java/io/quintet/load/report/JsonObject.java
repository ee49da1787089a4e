package io.quintet.load.report;

import java.util.Collection;
import java.util.Locale;

/** An object in JSON, written key by key. */
final class JsonObject {
    private final StringBuilder text = new StringBuilder("{");

    JsonObject put(String key, String value) {
        return raw(key, quoted(value));
    }

    JsonObject put(String key, long value) {
        return raw(key, Long.toString(value));
    }

    /** With nine significant digits; what is no number becomes null. */
    JsonObject put(String key, double value) {
        return raw(key, Double.isFinite(value) ? String.format(Locale.ROOT, "%.9g", value) : "null");
    }

    JsonObject put(String key, boolean value) {
        return raw(key, Boolean.toString(value));
    }

    JsonObject put(String key, JsonObject value) {
        return raw(key, value.toString());
    }

    JsonObject put(String key, Collection<JsonObject> values) {
        return raw(key, values.toString());
    }

    private JsonObject raw(String key, String value) {
        text.append(text.length() > 1 ? "," : "")
                .append(quoted(key))
                .append(':')
                .append(value);
        return this;
    }

    /** No markup is left in it either, so that it can stand in a page. */
    private static String quoted(String value) {
        var json = new StringBuilder("\"");
        value.chars().forEach(character -> {
            boolean plain = character >= ' ' && character < 0x7f && "\"\\<>&".indexOf(character) < 0;
            json.append(plain ? Character.toString(character) : String.format("\\u%04x", character));
        });
        return json.append('"').toString();
    }

    @Override
    public String toString() {
        return text + "}";
    }
}
