package io.quintet.config;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * One thing that a user can set. Its spellings follow from the key: {@code limits.max-connections} is
 * {@code --max-connections} and {@code QUINTET_LIMITS_MAX_CONNECTIONS}.
 *
 * @param key its name in a configuration file: lower-case words with hyphens, dots between levels
 * @param type what its values are
 * @param repeatable whether it takes several values, in the order given
 * @param defaults its values where it is not set
 * @param description what it does, in half a line
 */
public record Setting<T>(String key, ValueType<T> type, boolean repeatable, List<T> defaults, String description) {
    /** Keeps a copy. */
    public Setting {
        defaults = List.copyOf(defaults);
    }

    static <T> Setting<T> one(String key, ValueType<T> type, T preset, String description) {
        return new Setting<>(key, type, false, List.of(preset), description);
    }

    static <T> Setting<T> many(String key, ValueType<T> type, List<T> defaults, String description) {
        return new Setting<>(key, type, true, defaults, description);
    }

    static <T> Setting<T> optional(String key, ValueType<T> type, String description) {
        return new Setting<>(key, type, false, List.of(), description);
    }

    /** Its flag on the command line. */
    public String flag() {
        return "--" + key.substring(key.lastIndexOf('.') + 1);
    }

    /** Its environment variable. */
    public String variable() {
        return "QUINTET_" + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    /** Its defaults as a user would write them; empty if there is none. */
    public String defaultText() {
        return defaults.stream().map(type.writer()).collect(Collectors.joining(" "));
    }
}
