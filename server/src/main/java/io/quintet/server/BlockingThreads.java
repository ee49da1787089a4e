package io.quintet.server;

import java.lang.reflect.InvocationTargetException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Where blocking logics run: a virtual thread each on Java 21 and newer, a bounded pool of named threads before. Made
 * when first needed. Safe from any thread.
 */
final class BlockingThreads implements Executor, AutoCloseable {
    /** Platform threads where there are no virtual ones; more requests wait, each bounded by its connection. */
    static final int MOST_PLATFORM_THREADS = 256;

    private @Nullable ExecutorService executor;

    @Override
    public void execute(Runnable task) {
        executor().execute(task);
    }

    private synchronized ExecutorService executor() {
        if (executor == null) {
            executor = Runtime.version().feature() >= 21 ? virtualThreads() : platformThreads();
        }
        return executor;
    }

    /** By reflection, since the source level is older than virtual threads. */
    private static ExecutorService virtualThreads() {
        try {
            return (ExecutorService)
                    Executors.class.getMethod("newVirtualThreadPerTaskExecutor").invoke(null);
        } catch (NoSuchMethodException | IllegalAccessException | InvocationTargetException impossible) {
            throw new IllegalStateException("no virtual threads on Java " + Runtime.version(), impossible);
        }
    }

    private static ExecutorService platformThreads() {
        AtomicInteger number = new AtomicInteger();
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                MOST_PLATFORM_THREADS,
                MOST_PLATFORM_THREADS,
                10,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                task -> {
                    Thread thread = new Thread(task, "quintet-logic-" + number.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    /** Interrupts what still runs. */
    @Override
    public synchronized void close() {
        if (executor != null) {
            executor.shutdownNow();
        }
    }
}
