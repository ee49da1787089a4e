package io.quintet.config;

/**
 * A setting's value as someone wrote it.
 *
 * @param key the setting
 * @param text the value
 * @param origin where it was written, for the user: {@code --listen}, {@code QUINTET_LISTEN}, {@code quintet.conf:12}; empty for a
 *     default
 */
public record RawValue(String key, String text, String origin) {
    /** {@code [from --listen]}, behind a message. */
    String blame() {
        return origin.isEmpty() ? "" : " [from " + origin + "]";
    }
}
