package io.quintet.exec;

import java.util.ArrayList;
import java.util.List;

/**
 * A command line cut into words as a POSIX shell cuts it, without a shell: quotes and backslashes mean what they mean
 * there, and nothing is expanded, piped or redirected.
 */
final class ShellWords {
    private final String line;
    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean inWord;
    private int next;

    private ShellWords(String line) {
        this.line = line;
    }

    /**
     * The words, of which there is at least one.
     *
     * @throws IllegalArgumentException where there is none, a quote stays open or a backslash ends the line
     */
    static List<String> split(String line) {
        List<String> words = new ShellWords(line).split();
        if (words.isEmpty()) {
            throw new IllegalArgumentException("no word");
        }
        return words;
    }

    private List<String> split() {
        while (next < line.length()) {
            char c = line.charAt(next++);
            if (Character.isWhitespace(c)) {
                endWord();
            } else {
                inWord = true;
                switch (c) {
                    case '\'' -> takeSingleQuoted();
                    case '"' -> takeDoubleQuoted();
                    case '\\' -> word.append(following());
                    default -> word.append(c);
                }
            }
        }
        endWord();
        return List.copyOf(words);
    }

    private void endWord() {
        if (inWord) {
            words.add(word.toString());
        }
        word.setLength(0);
        inWord = false;
    }

    private void takeSingleQuoted() {
        int end = line.indexOf('\'', next);
        if (end < 0) {
            throw new IllegalArgumentException("open quote");
        }
        word.append(line, next, end);
        next = end + 1;
    }

    private void takeDoubleQuoted() {
        for (char c = following(); c != '"'; c = following()) {
            if (c != '\\') {
                word.append(c);
            } else {
                char after = following();
                word.append("\"\\$`".indexOf(after) < 0 ? "\\" + after : String.valueOf(after));
            }
        }
    }

    private char following() {
        if (next == line.length()) {
            throw new IllegalArgumentException("open quote or escape");
        }
        return line.charAt(next++);
    }
}
