package io.quintet.load.report;

import io.quintet.load.LoadResult;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a result has to be: {@code p99<5ms}, {@code rate>=100k}, {@code errors=0}. */
public final class Assertion {
    private static final Pattern FORM =
            Pattern.compile("\\s*([a-z][a-z0-9.]*)\\s*(<=|>=|<|>|=)\\s*(\\d{1,12}(?:\\.\\d{1,9})?)\\s*([a-zA-Z]*)\\s*");
    private static final Map<String, Double> TIMES = Map.of("ns", 1.0, "us", 1e3, "ms", 1e6, "s", 1e9);
    private static final Map<String, Double> COUNTS = Map.of("", 1.0, "k", 1e3, "M", 1e6);

    private final String text;
    private final Metric metric;
    private final String relation;
    private final double limit;

    private Assertion(String text, Metric metric, String relation, double limit) {
        this.text = text;
        this.metric = metric;
        this.relation = relation;
        this.limit = limit;
    }

    /**
     * Reads several, with commas between them.
     *
     * @throws IllegalArgumentException saying what would have been right, in one line
     */
    public static List<Assertion> parseAll(String text) {
        return Arrays.stream(text.split(",", -1)).map(Assertion::parse).toList();
    }

    private static Assertion parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw wrong(text, "a figure, a relation and a value, such as p99<5ms or errors=0");
        }
        var metric = new Metric(form.group(1));
        if (!metric.isKnown()) {
            throw wrong(text, Metric.EXPECTED);
        }
        Double unit = (metric.isTime() ? TIMES : COUNTS).get(form.group(4));
        if (unit == null) {
            throw wrong(text, metric.isTime() ? "a time in ns, us, ms or s" : "a number, with k or M if need be");
        }
        return new Assertion(text.strip(), metric, form.group(2), Double.parseDouble(form.group(3)) * unit);
    }

    private static IllegalArgumentException wrong(String text, String expected) {
        return new IllegalArgumentException(
                (text.isBlank() ? "nothing" : text.strip().replaceAll("\\p{Cntrl}", "?")) + " (expected: " + expected
                        + ")");
    }

    /** Whether the result is so. */
    public boolean holds(LoadResult result) {
        double value = metric.of(result);
        return switch (relation) {
            case "<" -> value < limit;
            case "<=" -> value <= limit;
            case ">" -> value > limit;
            case ">=" -> value >= limit;
            default -> value == limit;
        };
    }

    /** What came of it, in one line. */
    public String describe(LoadResult result) {
        return text + ": " + (holds(result) ? "holds" : "failed") + ", " + metric.show(metric.of(result));
    }
}
