package io.quintet.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Which of the known words someone meant who wrote another one. */
public final class NearestWord {
    private NearestWord() {}

    /** The known word with the fewest edits, if those are few enough to be slips. */
    public static Optional<String> to(String word, Collection<String> known) {
        return known.stream()
                .min(Comparator.comparingInt(candidate -> edits(word, candidate)))
                .filter(candidate -> edits(word, candidate) <= Math.max(1, (word.length() - 1) / 2));
    }

    /** {@code what: word (expected one of: a, b, c; did you mean b?)}. */
    public static String unknown(String what, String word, Collection<String> known) {
        String guess = to(word, known).map(it -> "; did you mean " + it + "?").orElse("");
        return what + ": " + OneLine.of(word) + " (expected one of: " + String.join(", ", known) + guess + ")";
    }

    /** How many letters to insert, delete, replace or swap with their neighbour. */
    private static int edits(String from, String to) {
        int[][] cost = new int[from.length() + 1][to.length() + 1];
        for (int i = 0; i <= from.length(); i++) {
            for (int j = 0; j <= to.length(); j++) {
                cost[i][j] = i == 0 || j == 0 ? i + j : cheapest(cost, from, to, i, j);
            }
        }
        return cost[from.length()][to.length()];
    }

    private static int cheapest(int[][] cost, String from, String to, int i, int j) {
        int replaced = cost[i - 1][j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        int best = Math.min(replaced, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        boolean swapped =
                i > 1 && j > 1 && from.charAt(i - 1) == to.charAt(j - 2) && from.charAt(i - 2) == to.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
