package io.quintet.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackoffTest {
    @Test
    void delaysDoubleUpToTheLongestAndAreShortenedByAQuarterAtMost() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        var backoff = new Backoff(100, Duration.ofMillis(100), Duration.ofMillis(1000));
        long[] whole = {100, 200, 400, 800, 1000, 1000};

        for (int failures = 1; failures <= whole.length; failures++) {
            Duration delay = backoff.delayAfter(failures, random);

            long most = whole[failures - 1];
            assertThat(delay)
                    .as("failure %d, seed %d", failures, seed)
                    .isBetween(Duration.ofMillis(most * 3 / 4), Duration.ofMillis(most));
        }
    }

    @Test
    void noNumberOfFailuresOverflows() {
        var backoff = Backoff.unlimited(Duration.ofNanos(1), Duration.ofDays(10_000));

        assertThat(backoff.delayAfter(Integer.MAX_VALUE, new Random(1))).isPositive();
    }

    @Test
    void nonsenseIsRefused() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> new Backoff(0, Duration.ofMillis(1), Duration.ofMillis(1)))
                .withMessage("client.backoff.attempts: 0 (expected: 1 or more)");
    }
}
