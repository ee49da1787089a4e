package io.quintet.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ConnectionAgeTest {
    private static final Duration HOUR = Duration.ofHours(1);

    private final AtomicLong nanos = new AtomicLong();
    private final LoopClock clock =
            new LoopClock(new EmbeddedChannel().eventLoop(), nanos::get, Duration.ofSeconds(1), () -> {});
    private final List<ConnectionAge> ages =
            Stream.generate(() -> new ConnectionAge(clock)).limit(1000).toList();

    @Test
    void eachReachesItWithinATenthAndNotAllAtOnce() {
        assertThat(overAfter(Duration.ofMinutes(54))).isZero();
        assertThat(overAfter(Duration.ofMinutes(60))).isBetween(300L, 700L);
        assertThat(overAfter(Duration.ofMinutes(66).plusSeconds(1))).isEqualTo(1000);
    }

    @Test
    void withoutALimitNoneDoes() {
        nanos.set(TimeUnit.DAYS.toNanos(1000));
        clock.now();

        assertThat(ages).noneMatch(age -> age.isOver(Duration.ZERO));
    }

    private long overAfter(Duration time) {
        nanos.set(time.toNanos());
        clock.now();
        return ages.stream().filter(age -> age.isOver(HOUR)).count();
    }
}
