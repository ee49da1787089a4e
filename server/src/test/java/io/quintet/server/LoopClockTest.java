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

    @Test
    void anotherTickDoesNotMakeATimeoutStrikeEarly() {
        LoopClock coarse = new LoopClock(channel.eventLoop(), nanos::get, Duration.ofSeconds(30), () -> {});
        coarse.add(new Ignorant());
        channel.freezeTime();
        nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(249));
        long staleByATick = coarse.now();

        coarse.retune(Duration.ofMillis(100));
        nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(99));
        channel.advanceTimeBy(99, TimeUnit.MILLISECONDS);
        channel.runScheduledPendingTasks();

        assertThat(coarse.hasPassed(Duration.ofMillis(100), staleByATick)).isFalse();
    }

    private static final class Ignorant extends LoopClock.Watcher {
        @Override
        void tick(long now) {}
    }
}
