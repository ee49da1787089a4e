package io.quintet.config;

/** One setting with a value that it does not take; the message is one line for the user. */
public final class SettingException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    SettingException(String key, String value, String expected) {
        super(key + ": " + value + " (expected: " + expected + ")");
    }
}
