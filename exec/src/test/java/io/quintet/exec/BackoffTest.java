package io.quintet.exec;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.logic.Range;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BackoffTest {
    private final Backoff backoff = new Backoff(new Range<>(Duration.ofMillis(100), Duration.ofSeconds(10)));

    @ParameterizedTest
    @CsvSource({"0,100", "1,200", "2,400", "6,6400", "7,10000", "1000000,10000"})
    void pauseDoublesUpToItsBoundAndIsAtLeastHalfOfThat(int failures, long millis) {
        Random random = new Random(7);
        for (int i = 0; i < 1000; i++) {
            assertThat(backoff.pause(failures, random))
                    .isBetween(Duration.ofMillis(millis / 2), Duration.ofMillis(millis));
        }
    }

    @ParameterizedTest
    @CsvSource({"0", "5"})
    void noPauseStaysNone(int failures) {
        Backoff none = new Backoff(new Range<>(Duration.ZERO, Duration.ZERO));

        assertThat(none.pause(failures, new Random(7))).isEqualTo(Duration.ZERO);
    }
}
