package io.quintet.logic.builtin;

import io.quintet.logic.Arguments;
import io.quintet.logic.AsyncLogic;
import io.quintet.logic.Connection;
import io.quintet.logic.Logic;
import io.quintet.logic.LogicProvider;
import io.quintet.logic.Parameter;
import io.quintet.logic.Parameters;
import io.quintet.logic.Range;
import io.quintet.logic.Reply;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** {@code delay}: the request, after a while. */
public final class Delay implements LogicProvider {
    private static final Parameter<Range<Duration>> TIME =
            Parameters.durationRange("time", "how long; of a range, each request takes any");

    @Override
    public String name() {
        return "delay";
    }

    @Override
    public String description() {
        return "answers the request as it is (bytes) after a while; in a chain it delays what follows";
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(TIME);
    }

    @Override
    public Logic create(Arguments arguments) {
        Range<Duration> time = arguments.get(TIME);
        return new Delaying(time.least().toNanos(), time.most().toNanos());
    }

    /** One daemon thread times all requests of the logic. */
    static final class Delaying implements AsyncLogic {
        private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, Delaying::newThread);
        private final long leastNanos;
        private final long mostNanos;

        Delaying(long leastNanos, long mostNanos) {
            this.leastNanos = leastNanos;
            this.mostNanos = mostNanos;
            timer.setRemoveOnCancelPolicy(true);
        }

        private static Thread newThread(Runnable task) {
            Thread thread = new Thread(task, "quintet-delay");
            thread.setDaemon(true);
            return thread;
        }

        @Override
        public CompletionStage<Reply> answer(byte[] request, Connection connection) {
            CompletableFuture<Reply> reply = new CompletableFuture<>();
            Future<?> task = timer.schedule(() -> reply.complete(Reply.of(request)), anyNanos(), TimeUnit.NANOSECONDS);
            reply.whenComplete((done, failure) -> task.cancel(false));
            return reply;
        }

        int waiting() {
            return timer.getQueue().size();
        }

        private long anyNanos() {
            return leastNanos == mostNanos
                    ? leastNanos
                    : ThreadLocalRandom.current().nextLong(leastNanos, mostNanos + 1);
        }

        @Override
        public void close() {
            timer.shutdownNow();
        }
    }
}
