package io.quintet.cli.send;

import java.util.Arrays;
import java.util.List;

/** What answers ought to be: one for each of a round, or one for all; without any, whatever comes. */
public final class Expectation {
    private static final int SHOWN = 32;

    private final List<byte[]> expected;

    /** Expects the payloads that the words stand for. */
    public Expectation(List<String> words, PayloadForm form) {
        this.expected = words.stream().map(form::parse).toList();
    }

    /**
     * Compares.
     *
     * @throws SendException with the first difference
     */
    void check(TimedAnswer answer) {
        if (expected.isEmpty()) {
            return;
        }
        byte[] wish = expected.get((int) ((answer.number() - 1) % expected.size()));
        int at = Arrays.mismatch(answer.payload(), wish);
        if (at >= 0) {
            throw new SendException(
                    SendException.Kind.WRONG_ANSWER,
                    "answer " + answer.number() + ": " + around(answer.payload(), at) + " (expected: "
                            + around(wish, at) + "; first difference at byte " + at
                            + lengths(answer.payload().length, wish.length) + ")");
        }
    }

    /**
     * Checks that every answer of a round can have come.
     *
     * @throws SendException if there were fewer
     */
    void checkCount(long answers) {
        if (!expected.isEmpty() && (answers == 0 || answers % expected.size() != 0)) {
            throw new SendException(
                    SendException.Kind.WRONG_ANSWER,
                    "answers: " + answers + " (expected: " + expected.size() + ", or a multiple of it)");
        }
    }

    private static String lengths(int is, int wish) {
        return is == wish ? "" : ", " + is + " bytes instead of " + wish;
    }

    /** The bytes near a place, quoted, with dots where there are more. */
    private static String around(byte[] bytes, int at) {
        int from = Math.max(0, Math.min(at, bytes.length) - SHOWN / 2);
        int to = Math.min(bytes.length, from + SHOWN);
        return (from > 0 ? "..." : "")
                + '"'
                + TerminalText.of(Arrays.copyOfRange(bytes, from, to))
                + '"'
                + (to < bytes.length ? "..." : "");
    }
}
