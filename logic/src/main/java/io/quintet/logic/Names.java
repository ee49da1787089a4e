package io.quintet.logic;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;

/** Names of logics and parameters, and which one a user may have meant. */
final class Names {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*");

    private Names() {}

    static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    static void check(String what, String name) {
        if (!isName(name)) {
            throw new LogicException(what + ": " + Printable.word(name)
                    + " (expected: lower-case letters, digits and hyphens, beginning with a letter)");
        }
    }

    /** {@code expected one of: delay, echo; did you mean echo?}. */
    static String expectedOneOf(Collection<String> known, String given) {
        String guess = nearest(known, given)
                .map(name -> "; did you mean " + name + "?")
                .orElse("");
        return "expected one of: " + String.join(", ", known) + guess;
    }

    /** The known name that takes the fewest edits, if that is less than half of what was given. */
    static Optional<String> nearest(Collection<String> known, String given) {
        return known.stream()
                .min(Comparator.comparingInt(name -> distance(name, given)))
                .filter(name -> distance(name, given) <= Math.max(1, (given.length() - 1) / 2));
    }

    /** Edits from one to the other: insert, delete, replace, or swap two neighbours. */
    static int distance(String from, String to) {
        int[][] cost = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                cost[i][j] = Math.min(i, j) == 0 ? Math.max(i, j) : cheapest(cost, from, to, i, j);
            }
        }
        return cost[from.length()][to.length()];
    }

    private static int cheapest(int[][] cost, String from, String to, int i, int j) {
        boolean same = from.charAt(i - 1) == to.charAt(j - 1);
        int best = Math.min(cost[i - 1][j - 1] + (same ? 0 : 1), Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        boolean swapped =
                i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
