package io.quintet.config;

import java.util.List;
import java.util.function.Function;

/**
 * What a setting's values are, and how they are written.
 *
 * @param label what stands for a value in help: {@code DURATION}
 * @param words the values, where they are a closed set; the reader is given no other text then
 * @param reader from text to value; throws {@link IllegalArgumentException} with what would have been right, or {@link
 *     SettingException} with the whole line
 * @param writer from value to text; what it writes reads back to an equal value
 */
public record ValueType<T>(String label, List<String> words, Function<String, T> reader, Function<T, String> writer) {
    /** Keeps a copy. */
    public ValueType {
        words = List.copyOf(words);
    }

    static <T> ValueType<T> of(String label, Function<String, T> reader, Function<T, String> writer) {
        return new ValueType<>(label, List.of(), reader, writer);
    }

    /** Whether naming the setting is enough to switch it on. */
    public boolean isSwitch() {
        return label.equals(ValueTypes.SWITCH_LABEL);
    }

    /** The value that {@code text} says. */
    T read(String key, String text) {
        if (!words.isEmpty() && !words.contains(text)) {
            throw new SettingException(key, NearestWord.unknown(key, text, words));
        }
        try {
            return reader.apply(text);
        } catch (SettingException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new SettingException(key, text, String.valueOf(e.getMessage()));
        }
    }
}
