package io.quintet.load.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class DifferenceTest {
    private static final double[] STEADY = {100, 101, 99, 100, 102, 98, 100, 101, 99, 100};

    @Test
    void theSameIsNoDifference() {
        Difference difference = Difference.between(STEADY, STEADY);

        assertThat(difference.change()).isZero();
        assertThat(difference.probability()).isCloseTo(1, within(0.1));
        assertThat(difference.isReal()).isFalse();
    }

    @Test
    void whatNeverVariesAndNeverChangesIsNoDifference() {
        double[] constant = {7, 7, 7, 7, 7, 7, 7, 7};

        assertThat(Difference.between(constant, constant).isReal()).isFalse();
    }

    @Test
    void aSteadyTenthIsReal() {
        Difference difference = Difference.between(STEADY, times(1.1, STEADY));

        assertThat(difference.change()).isCloseTo(0.1, within(1e-9));
        assertThat(difference.noise()).isEqualTo(0.05);
        assertThat(difference.isReal()).isTrue();
    }

    @Test
    void aSteadyFiftiethMayComeFromTheRunAlone() {
        Difference difference = Difference.between(STEADY, times(1.04, STEADY));

        assertThat(difference.probability()).isLessThan(0.01);
        assertThat(difference.isReal()).isFalse();
    }

    @Test
    void aTenthWithinWideSwingsIsNoise() {
        double[] swinging = {60, 140, 70, 130, 80, 120, 90, 110, 100, 100};

        assertThat(Difference.between(swinging, times(1.1, swinging)).isReal()).isFalse();
        assertThat(Difference.between(STEADY, swinging).isReal()).isFalse();
    }

    private static double[] times(double factor, double... values) {
        return Arrays.stream(values).map(value -> factor * value).toArray();
    }
}
