package io.quintet.server;

import io.netty.channel.EventLoop;
import io.quintet.config.Timeouts;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * What the connections of one event loop share. Confined to that loop.
 *
 * @param memory what is read into
 * @param answers what answers are appended to: apart, so that each read finds the buffer that the last one has left warm
 * @param clock what their timeouts are measured by
 * @param counts what they add to
 * @param tally what tells those of their requests
 * @param sendQueue where their answers wait for one another
 */
record LoopContext(
        ReadMemory memory, ReadMemory answers, LoopClock clock, LoopCounts counts, Tally tally, SendQueue sendQueue) {
    static LoopContext of(EventLoop loop, Service service) {
        ReadMemory memory = new ReadMemory(service.memory());
        ReadMemory answers = new ReadMemory(service.memory());
        LoopCounts counts = service.counts().newLoop();
        return new LoopContext(
                memory,
                answers,
                new LoopClock(loop, System::nanoTime, shortest(service.timeouts()), () -> {
                    memory.trim();
                    answers.trim();
                }),
                counts,
                new Tally(counts),
                new SendQueue(loop));
    }

    private static Duration shortest(Timeouts timeouts) {
        return Stream.of(timeouts.idle(), timeouts.frame(), timeouts.logic(), timeouts.write())
                .filter(timeout -> !timeout.isZero())
                .min(Duration::compareTo)
                .orElse(Duration.ofHours(1));
    }

    /** Gives back all memory. */
    void close() {
        memory.close();
        answers.close();
    }

    /** Takes up clocks that have changed. */
    void refresh(Service service) {
        clock.retune(shortest(service.timeouts()));
    }
}
