package io.quintet.load.report;

import com.typesafe.config.Config;
import io.quintet.load.Interval;
import io.quintet.load.LoadResult;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * A measured time cut into some stretches, as samples to compare with another one's. Intervals that follow one another
 * are alike more than chance would have it; a stretch is several of them.
 */
final class Stretches {
    private static final int MOST = 20;

    private final double[] rates;
    private final double[] medians;
    private final double[] tails;

    private Stretches(double[] rates, double[] medians, double[] tails) {
        this.rates = rates;
        this.medians = medians;
        this.tails = tails;
    }

    /** One interval, from whichever source. */
    private record Part(double seconds, double answers, double p50, double p99) {}

    static Stretches of(LoadResult result) {
        return of(result.intervals().stream().map(Stretches::part).toList());
    }

    /** Of a result that was written as JSON. */
    static Stretches of(Config json) {
        return of(json.getConfigList("intervals").stream()
                .map(part -> new Part(
                        part.getDouble("seconds"),
                        part.getDouble("answers"),
                        part.getDouble("p50"),
                        part.getDouble("p99")))
                .toList());
    }

    private static Part part(Interval interval) {
        Interval.Percentiles latency = interval.latency();
        return new Part(interval.seconds(), interval.answers(), latency.p50(), latency.p99());
    }

    private static Stretches of(List<Part> parts) {
        int count = Math.min(MOST, parts.size());
        double[] rates = new double[count];
        double[] medians = new double[count];
        double[] tails = new double[count];
        for (int i = 0; i < count; i++) {
            List<Part> stretch = parts.subList(i * parts.size() / count, (i + 1) * parts.size() / count);
            rates[i] = sum(stretch, Part::answers) / Math.max(1e-9, sum(stretch, Part::seconds));
            medians[i] = sum(stretch, Part::p50) / stretch.size();
            tails[i] = sum(stretch, Part::p99) / stretch.size();
        }
        return new Stretches(rates, medians, tails);
    }

    private static double sum(List<Part> parts, ToDoubleFunction<Part> what) {
        return parts.stream().mapToDouble(what).sum();
    }

    /** Answers a second in each. */
    double[] rates() {
        return rates;
    }

    /** Medians of latency in nanoseconds. */
    double[] medians() {
        return medians;
    }

    /** The same at p99. */
    double[] tails() {
        return tails;
    }
}
