package io.quintet.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LoopClockTest {
    private final AtomicLong nanos = new AtomicLong();
    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final LoopClock clock = new LoopClock(channel.eventLoop(), nanos::get, Duration.ofSeconds(1), () -> {});

    @Test
    void theFirstOneAfterAQuietTimeDoesNotBeginInThePast() {
        LoopClock.Watcher first = new Ignorant();
        clock.add(first);
        clock.remove(first);
        nanos.addAndGet(TimeUnit.HOURS.toNanos(1));

        long began = clock.now();
        clock.add(new Ignorant());

        assertThat(clock.hasPassed(Duration.ofSeconds(1), began)).isFalse();
    }

    private static final class Ignorant extends LoopClock.Watcher {
        @Override
        void tick(long now) {}
    }
}
