package io.quintet.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ConnectionAgeTest {
    private static final Duration HOUR = Duration.ofHours(1);

    @Test
    void eachIsWithinATenthAndAFewInARowAreFarApart() {
        assertThat(overAfter(Duration.ofMinutes(54).minusMillis(1))).isZero();
        assertThat(overAfter(Duration.ofMinutes(57))).isBetween(200L, 300L);
        assertThat(overAfter(Duration.ofMinutes(60))).isBetween(450L, 550L);
        assertThat(overAfter(Duration.ofMinutes(66))).isEqualTo(1000);
        assertThat(LongStream.rangeClosed(1, 10).mapToObj(id -> ConnectionAge.mostOf(id, HOUR)))
                .doesNotHaveDuplicates();
    }

    @Test
    void withoutALimitThereIsNone() {
        assertThat(ConnectionAge.mostOf(1, Duration.ZERO)).isZero();
    }

    private static long overAfter(Duration time) {
        return LongStream.rangeClosed(1, 1000)
                .filter(id -> ConnectionAge.mostOf(id, HOUR).compareTo(time) <= 0)
                .count();
    }
}
