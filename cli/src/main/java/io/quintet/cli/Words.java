package io.quintet.cli;

import io.quintet.config.NearestWord;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Closed sets of words on the command line. */
final class Words {
    private Words() {}

    /** The constant that {@code text} names, in lower case and with hyphens. */
    static <E extends Enum<E>> E parse(String what, Class<E> type, String text) {
        List<String> words = words(type);
        int index = words.indexOf(text);
        if (index < 0) {
            throw new CommandException(ExitCode.USAGE, NearestWord.unknown(what, text, words));
        }
        return type.getEnumConstants()[index];
    }

    /** All of them, in their order. */
    static <E extends Enum<E>> List<String> words(Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .toList();
    }
}
