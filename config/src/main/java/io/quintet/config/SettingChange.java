package io.quintet.config;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A setting that has another value than before.
 *
 * @param setting which
 * @param before its value as a user would write it; {@code none} where it had none
 * @param after likewise
 */
public record SettingChange(Setting<?> setting, String before, String after) {
    /** What differs between two sets of good values. */
    public static List<SettingChange> between(SettingValues before, SettingValues after) {
        return Settings.all().stream()
                .map(setting -> new SettingChange(setting, text(setting, before), text(setting, after)))
                .filter(change -> !change.before().equals(change.after()))
                .toList();
    }

    private static <T> String text(Setting<T> setting, SettingValues values) {
        List<T> all = values.all(setting);
        return all.isEmpty()
                ? "none"
                : all.stream().map(setting.type().writer()).map(OneLine::of).collect(Collectors.joining(" "));
    }

    /** {@code limits.idle-timeout 10min -> 1min}. */
    @Override
    public String toString() {
        return setting.key() + " " + before + " -> " + after;
    }
}
