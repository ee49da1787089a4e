package io.quintet.logic.builtin;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a logic counts or moves. */
enum TextUnit {
    /** The eight bits on the wire. */
    BYTE,
    /** A Unicode code point of the decoded text. */
    CODEPOINT,
    /** What a reader takes for one character: an extended grapheme cluster, by the Unicode version of the Java that runs. */
    GRAPHEME;

    private static final Pattern CLUSTER = Pattern.compile("\\X");

    /** Calls {@code action} for each code point or cluster of {@code text}. */
    void forEach(String text, Consumer<String> action) {
        if (this == GRAPHEME) {
            for (Matcher matcher = CLUSTER.matcher(text); matcher.find(); ) {
                action.accept(matcher.group());
            }
        } else {
            text.codePoints().mapToObj(Character::toString).forEach(action);
        }
    }

    /** The number of code points or clusters of {@code text}. */
    int count(String text) {
        int[] count = {0};
        forEach(text, unit -> count[0]++);
        return count[0];
    }

    /** The code points or clusters of {@code text} from last to first. */
    String reverse(String text) {
        char[] reversed = new char[text.length()];
        int[] end = {text.length()};
        forEach(text, unit -> {
            end[0] -= unit.length();
            unit.getChars(0, unit.length(), reversed, end[0]);
        });
        return new String(reversed);
    }
}
