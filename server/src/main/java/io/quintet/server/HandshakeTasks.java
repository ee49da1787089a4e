package io.quintet.server;

import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * The cryptography of one connection's handshake. It is done by threads that all connections share, so that a crowd that
 * connects does not hold up those who are there; a connection has one task at a time. Confined to its event loop.
 */
final class HandshakeTasks implements Executor {
    private final Executor threads;
    private final Executor loop;
    private int running;
    private @Nullable Runnable waiting;

    HandshakeTasks(Executor threads, Executor loop) {
        this.threads = threads;
        this.loop = loop;
    }

    /** Runs {@code task}, which hands its result to the event loop itself. */
    @Override
    public void execute(Runnable task) {
        threads.execute(() -> {
            try {
                task.run();
                loop.execute(this::ended);
            } catch (RejectedExecutionException stopped) {
                // The event loop has ended, and the connection with it.
            }
        });
        running++;
    }

    private void ended() {
        running--;
        Runnable next = waiting;
        if (running == 0 && next != null) {
            waiting = null;
            next.run();
        }
    }

    /** Runs {@code action} now, or when the result of the running task has been seen. */
    void whenIdle(Runnable action) {
        if (running == 0) {
            action.run();
        } else {
            waiting = action;
        }
    }
}
