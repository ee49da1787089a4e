package io.quintet.server;

import io.netty.channel.EventLoop;
import io.quintet.config.Timeouts;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * What the connections of one event loop share. Confined to that loop.
 *
 * @param memory what is read into
 * @param clock what their timeouts are measured by
 * @param counts what they add to
 * @param sendQueue where their answers wait for one another
 */
record LoopContext(ReadMemory memory, LoopClock clock, LoopCounts counts, SendQueue sendQueue) {
    static LoopContext of(EventLoop loop, Service service) {
        ReadMemory memory = new ReadMemory(service.memory());
        return new LoopContext(
                memory,
                new LoopClock(loop, System::nanoTime, shortest(service.timeouts()), memory::trim),
                service.counts().newLoop(),
                new SendQueue(loop));
    }

    private static Duration shortest(Timeouts timeouts) {
        return Stream.of(timeouts.idle(), timeouts.frame(), timeouts.logic(), timeouts.write())
                .filter(timeout -> !timeout.isZero())
                .min(Duration::compareTo)
                .orElse(Duration.ofHours(1));
    }

    /** Takes up clocks that have changed. */
    void refresh(Service service) {
        clock.retune(shortest(service.timeouts()));
    }
}
