package io.quintet.config;

/** One setting with a value that it does not take; the message is one line for the user. */
public final class SettingException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String key;

    SettingException(String key, String value, String expected) {
        this(key, key + ": " + OneLine.of(value) + " (expected: " + expected + ")");
    }

    SettingException(String key, String message) {
        super(message);
        this.key = key;
    }

    /** The setting. */
    public String key() {
        return key;
    }
}
