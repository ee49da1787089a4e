package io.quintet.load.report;

import io.quintet.load.LoadResult;
import java.util.regex.Pattern;

/** One figure of a result, by its name: {@code p99.9}, {@code max}, {@code mean}, {@code rate}, {@code errors}. */
record Metric(String name) {
    static final String EXPECTED = "p50, p99.9 or any such, min, max, mean, rate, answers or errors";

    private static final Pattern PERCENTILE = Pattern.compile("p(\\d{1,2}(?:\\.\\d{1,4})?|100)");
    private static final Pattern OTHERS = Pattern.compile("min|max|mean|rate|answers|errors");

    boolean isKnown() {
        return PERCENTILE.matcher(name).matches() || OTHERS.matcher(name).matches();
    }

    /** Whether it is a time, in nanoseconds. */
    boolean isTime() {
        return !name.equals("rate") && !name.equals("answers") && !name.equals("errors");
    }

    /** Not a number where it is a time and nothing was answered. */
    double of(LoadResult result) {
        if (isTime() && result.answers() == 0) {
            return Double.NaN;
        }
        return switch (name) {
            case "min" -> result.latency().getMinValue();
            case "max" -> result.latency().getMaxValue();
            case "mean" -> result.latency().getMean();
            case "rate" -> result.rate();
            case "answers" -> result.answers();
            case "errors" -> result.errors();
            default -> result.latency().getValueAtPercentile(Double.parseDouble(name.substring(1)));
        };
    }

    String show(double value) {
        if (Double.isNaN(value)) {
            return "no answer";
        }
        return isTime() ? Figures.time(value) : Figures.count(value);
    }
}
