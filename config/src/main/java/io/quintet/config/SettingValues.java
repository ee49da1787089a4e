package io.quintet.config;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The values of all settings, from the strongest source that has any, and what is wrong with them. Problems are kept
 * until {@link #requireGood()}, so that all of them are reported at once.
 */
public final class SettingValues {
    private final Map<String, List<RawValue>> values = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    /** Nothing set. */
    public SettingValues() {}

    /** Adds a source; what stronger sources have already set is not replaced. */
    public SettingValues orElse(List<RawValue> weaker) {
        Map<String, List<RawValue>> added = new LinkedHashMap<>();
        for (RawValue value : weaker) {
            if (Settings.find(value.key()).isEmpty()) {
                problems.add(new Problem(value.key(), unknown(value)));
            } else {
                added.computeIfAbsent(value.key(), key -> new ArrayList<>()).add(value);
            }
        }
        added.forEach(values::putIfAbsent);
        return this;
    }

    /** Every value of a setting, or its defaults. */
    public <T> List<T> all(Setting<T> setting) {
        return all(setting, setting.type()::read);
    }

    /**
     * Every value of a setting, read by someone who knows more of it.
     *
     * @param reader throws {@link IllegalArgumentException} with a message for the user
     */
    public <R> List<R> all(Setting<String> setting, Function<String, R> reader) {
        return all(setting, (key, text) -> reader.apply(text));
    }

    /** The value of a setting that has at most one, read likewise. */
    public <R> Optional<R> optional(Setting<String> setting, Function<String, R> reader) {
        rejectRepetition(setting);
        return all(setting, reader).stream().findFirst();
    }

    /** The value of a setting that has at most one. */
    public <T> Optional<T> optional(Setting<T> setting) {
        rejectRepetition(setting);
        return all(setting).stream().findFirst();
    }

    /** Whether any source has a value for it. */
    public boolean isSet(Setting<?> setting) {
        return values.containsKey(setting.key());
    }

    /** Throws all problems found so far, if there are any. */
    public void requireGood() {
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
    }

    <T> T one(Setting<T> setting) {
        rejectRepetition(setting);
        List<T> all = all(setting);
        return all.isEmpty() ? setting.defaults().get(0) : all.get(0);
    }

    /** A value made of several settings; what is wrong with it as a whole is told only if each by itself is right. */
    <R> R together(Supplier<R> maker, R otherwise) {
        int before = problems.size();
        try {
            return maker.get();
        } catch (SettingException e) {
            if (problems.size() == before) {
                problems.add(new Problem(e.key(), e.getMessage() + originOf(e.key())));
            }
            return otherwise;
        }
    }

    private <T, R> List<R> all(Setting<T> setting, Reader<R> reader) {
        List<R> read = new ArrayList<>();
        for (RawValue value : rawValues(setting)) {
            try {
                read.add(reader.read(setting.key(), value.text()));
            } catch (IllegalArgumentException e) {
                problems.add(new Problem(setting.key(), e.getMessage() + value.blame()));
            }
        }
        return read;
    }

    private <T> List<RawValue> rawValues(Setting<T> setting) {
        List<RawValue> given = values.get(setting.key());
        return given != null
                ? given
                : setting.defaults().stream()
                        .map(it -> new RawValue(
                                setting.key(), setting.type().writer().apply(it), ""))
                        .toList();
    }

    private void rejectRepetition(Setting<?> setting) {
        List<RawValue> given = values.getOrDefault(setting.key(), List.of());
        if (given.size() > 1) {
            List<String> texts =
                    given.stream().map(RawValue::text).map(OneLine::of).toList();
            String message = setting.key() + ": " + String.join(" and ", texts) + " (expected: given once)";
            problems.add(new Problem(setting.key(), message + given.get(1).blame()));
        }
    }

    private String originOf(String key) {
        List<RawValue> given = values.getOrDefault(key, List.of());
        return given.isEmpty() ? "" : given.get(0).blame();
    }

    private static String unknown(RawValue value) {
        boolean variable = value.key().equals(value.origin());
        List<String> known = Settings.all().stream()
                .map(variable ? Setting::variable : Setting::key)
                .toList();
        String guess = NearestWord.to(value.key(), known)
                .map(it -> "; did you mean " + it + "?")
                .orElse("");
        return "setting: " + OneLine.of(value.key()) + " (expected: a known one" + guess + ")"
                + (variable ? "" : value.blame());
    }

    private interface Reader<R> {
        R read(String key, String text);
    }
}
