package io.quintet.client;

import io.netty.channel.EventLoop;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds the calls whose time is over, with one scheduled task at a time for all of them: every call of a client may take
 * equally long, so the oldest is always the next. On the event loop only.
 */
final class Deadlines {
    private final EventLoop loop;
    private final long nanos;
    private final Consumer<Call> expired;
    private final ArrayDeque<Call> calls = new ArrayDeque<>();
    private boolean scheduled;

    Deadlines(EventLoop loop, Duration timeout, Consumer<Call> expired) {
        this.loop = loop;
        this.nanos = timeout.toNanos();
        this.expired = expired;
    }

    void add(Call call) {
        if (nanos > 0) {
            calls.add(call);
            schedule();
        }
    }

    /** Lets go of the calls that are done. */
    void forgetDone() {
        nextLive();
    }

    private void schedule() {
        Call next = nextLive();
        if (next != null && !scheduled) {
            scheduled = true;
            loop.schedule(this::check, left(next), TimeUnit.NANOSECONDS);
        }
    }

    private void check() {
        scheduled = false;
        for (Call next = nextLive(); next != null && left(next) <= 0; next = nextLive()) {
            calls.remove();
            expired.accept(next);
        }
        schedule();
    }

    private long left(Call call) {
        return call.started + nanos - System.nanoTime();
    }

    private @Nullable Call nextLive() {
        while (!calls.isEmpty() && calls.element().done) {
            calls.remove();
        }
        return calls.peek();
    }
}
