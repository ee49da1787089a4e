package io.quintet.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BucketTest {
    private final Bucket bucket = new Bucket(10, 0);

    @Test
    void aSecondsWorthIsThereAtOnce() {
        bucket.take(9);
        assertThat(bucket.isEmpty()).isFalse();

        bucket.take(1);
        assertThat(bucket.isEmpty()).isTrue();
    }

    @Test
    void whatWasTakenIsThereAgainInTime() {
        bucket.take(10);

        bucket.refill(99);
        assertThat(bucket.isEmpty()).isTrue();
        bucket.refill(100);
        assertThat(bucket.isEmpty()).isFalse();
    }

    @Test
    void aDebtIsPaidOffFirst() {
        bucket.take(1000);

        bucket.refill(99_099);
        assertThat(bucket.isEmpty()).isTrue();
        bucket.refill(99_100);
        assertThat(bucket.isEmpty()).isFalse();
    }

    @Test
    void itHoldsNoMoreThanASecondsWorth() {
        bucket.refill(Long.MAX_VALUE / 2);
        bucket.take(10);

        assertThat(bucket.isEmpty()).isTrue();
    }

    @Test
    void inTheLongRunItGrantsWhatItSays() {
        int granted = 0;
        for (long now = 0; now < 100_000; now += 7) {
            bucket.refill(now);
            while (!bucket.isEmpty()) {
                bucket.take(3);
                granted += 3;
            }
        }
        assertThat(granted).isBetween(1000, 1012);
    }
}
