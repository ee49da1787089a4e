package io.quintet.server;

import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * A coarse clock that all connections of one event loop share: it ticks while there are any, and has each look at its own
 * times. So a timeout costs a field, not a timer. Confined to its event loop.
 */
final class LoopClock {
    /** What looks at its times on every tick. */
    abstract static class Watcher {
        private int index;

        /** @param now the clock's time in milliseconds */
        abstract void tick(long now);
    }

    private static final long LONGEST_TICK_MILLIS = 250;
    private static final long SHORTEST_TICK_MILLIS = 5;

    private final EventLoop loop;
    private final LongSupplier nanoTime;
    private long tickMillis;
    private long longestTickMillis;
    private final Runnable housekeeping;
    private final List<Watcher> watchers = new ArrayList<>();
    private @Nullable ScheduledFuture<?> ticking;
    private long now;

    /**
     * @param shortest the shortest time that anyone measures with this clock; a tick is a small part of it
     * @param housekeeping run on each tick
     */
    LoopClock(EventLoop loop, LongSupplier nanoTime, Duration shortest, Runnable housekeeping) {
        this.loop = loop;
        this.nanoTime = nanoTime;
        this.tickMillis = tickFor(shortest);
        this.longestTickMillis = tickMillis;
        this.housekeeping = housekeeping;
        this.now = millis();
    }

    private static long tickFor(Duration shortest) {
        return Math.max(SHORTEST_TICK_MILLIS, Math.min(LONGEST_TICK_MILLIS, shortest.toMillis() / 8));
    }

    /** Ticks by another shortest time from now on. Times that were read off it before are as coarse as it was then. */
    void retune(Duration shortest) {
        tickMillis = tickFor(shortest);
        longestTickMillis = Math.max(longestTickMillis, tickMillis);
        if (ticking != null) {
            ticking.cancel(false);
            begin();
        }
    }

    private void begin() {
        ticking = loop.scheduleAtFixedRate(this::tick, tickMillis, tickMillis, TimeUnit.MILLISECONDS);
    }

    /** The time of the last tick, or while it does not tick of this call, in milliseconds; only differences mean anything. */
    long now() {
        if (ticking == null) {
            now = millis();
        }
        return now;
    }

    /**
     * Whether {@code timeout} has passed since {@code since} was read off this clock; never too early, and late by two
     * ticks at most. A timeout of zero never passes.
     */
    boolean hasPassed(Duration timeout, long since) {
        return !timeout.isZero() && now - since >= timeout.toMillis() + longestTickMillis;
    }

    /** Begins to call {@code watcher}. */
    void add(Watcher watcher) {
        watcher.index = watchers.size();
        watchers.add(watcher);
        if (ticking == null) {
            now = millis();
            begin();
        }
    }

    /** Calls {@code watcher} no more. The last one takes its place, which a running tick has already visited. */
    void remove(Watcher watcher) {
        Watcher last = watchers.remove(watchers.size() - 1);
        if (last != watcher) {
            last.index = watcher.index;
            watchers.set(watcher.index, last);
        }
        if (watchers.isEmpty() && ticking != null) {
            ticking.cancel(false);
            ticking = null;
        }
    }

    private void tick() {
        now = millis();
        for (int i = watchers.size() - 1; i >= 0; i--) {
            if (i < watchers.size()) {
                watchers.get(i).tick(now);
            }
        }
        housekeeping.run();
    }

    private long millis() {
        return TimeUnit.NANOSECONDS.toMillis(nanoTime.getAsLong());
    }
}
