package io.quintet.exec;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One worker: a process, and the next one when it has ended, until the logic closes. Safe from any thread. */
final class Worker {
    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

    private final String name;
    private final Workshop workshop;
    private final Backoff backoff;
    private final Runnable wentUpOrDown;
    private @Nullable WorkerProcess process;
    private int failures;
    private boolean closed;
    private volatile @Nullable String downSince;

    /** @param wentUpOrDown run whenever {@link #whyDown} may have changed */
    Worker(String name, Workshop workshop, Runnable wentUpOrDown) {
        this.name = name;
        this.workshop = workshop;
        this.backoff = new Backoff(workshop.settings().restart());
        this.wentUpOrDown = wentUpOrDown;
    }

    /** Starts the first process. */
    synchronized void start() throws IOException {
        process = WorkerProcess.start(name, workshop, this::ended);
        LOG.debug("{}: process {} started", name, process.pid());
    }

    private void restart() {
        try {
            synchronized (this) {
                if (closed) {
                    return;
                }
                start();
            }
            downSince = null;
            wentUpOrDown.run();
        } catch (IOException | OutOfMemoryError e) {
            failed("cannot start: " + e.getMessage());
        }
    }

    private void ended(Ending ending) {
        String how = ending.how();
        ending.unanswered().forEach(job -> job.fail(name + ": " + how + " (expected: an answer)"));
        if (ending.answers() > 0) {
            forgetFailures();
        }
        failed(how + " after " + ending.answers() + " answers, "
                + ending.unanswered().size() + " requests failed");
    }

    private synchronized void forgetFailures() {
        failures = -1;
    }

    /** The first failure after an answer may be chance: requests wait. With the second one in a row the worker is down. */
    private void failed(String how) {
        synchronized (this) {
            if (closed) {
                LOG.debug("{}: {}", name, how);
                return;
            }
            failures++;
            Duration pause = backoff.pause(failures, ThreadLocalRandom.current());
            LOG.warn("{}: {}; starts again in {} ms", name, how, pause.toMillis());
            workshop.timer().schedule(this::restart, pause.toNanos(), TimeUnit.NANOSECONDS);
            if (failures < 2) {
                return;
            }
            downSince = how;
        }
        wentUpOrDown.run();
    }

    /** Why there is no process, nor one to be expected shortly; empty while there is. */
    Optional<String> whyDown() {
        return Optional.ofNullable(downSince);
    }

    /** Starts no more processes and tells the one there is that nothing more comes. */
    synchronized void close() {
        closed = true;
        if (process != null) {
            process.closeStdin();
        }
    }

    /** The process, which may have ended, and what it has started. */
    synchronized Optional<ProcessTree> tree() {
        return Optional.ofNullable(process).map(WorkerProcess::tree);
    }
}
