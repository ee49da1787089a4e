package io.quintet.load.report;

import org.apache.commons.statistics.descriptive.Quantile;
import org.apache.commons.statistics.inference.MannWhitneyUTest;

/**
 * How one figure differs between two measured times.
 *
 * @param from its median in the earlier one
 * @param to its median in the later one
 * @param noise the part of a median by which it varies within a measured time, or at least between equal ones
 * @param probability that chance alone would make the ranks of the samples differ so much
 */
record Difference(double from, double to, double noise, double probability) {
    private static final double CHANCE = 0.01;

    /** Equal runs on one machine differ by this: where code and memory happen to lie, what else the machine does. */
    private static final double BETWEEN_RUNS = 0.05;

    /** Of these samples, at least one each. */
    static Difference between(double[] before, double[] now) {
        double[] quartiles = quartiles(before);
        double[] later = quartiles(now);
        double noise = Math.max(BETWEEN_RUNS, Math.max(spread(quartiles), spread(later)));
        double probability = MannWhitneyUTest.withDefaults().test(before, now).getPValue();
        return new Difference(quartiles[1], later[1], noise, probability);
    }

    private static double[] quartiles(double[] sample) {
        return Quantile.withDefaults().evaluate(sample, 0.25, 0.5, 0.75);
    }

    private static double spread(double[] quartiles) {
        return quartiles[1] == 0 ? 0 : (quartiles[2] - quartiles[0]) / quartiles[1];
    }

    /** The change as a part of what it was before; 0 where that was nothing. */
    double change() {
        return from == 0 ? 0 : to / from - 1;
    }

    /** Whether it is more than noise. */
    boolean isReal() {
        return probability < CHANCE && Math.abs(change()) > noise;
    }
}
