package io.quintet.exec;

import io.quintet.logic.AsyncLogic;
import io.quintet.logic.Connection;
import io.quintet.logic.Reply;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Hands each request to whichever worker is free. Safe from any thread. */
final class ExecLogic implements AsyncLogic {
    /** What workers get to end by themselves, then after SIGTERM, then after SIGKILL. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private static final String CLOSED = "exec: closed (expected: requests only before)";

    private final Workshop workshop;
    private final ScheduledThreadPoolExecutor timer;
    private final List<Worker> workers;
    private final Thread atExit = new Thread(this::end, "quintet-exec-exit");
    private volatile @Nullable String unavailable;
    private volatile boolean closed;

    private ExecLogic(WorkerSettings settings, int workers, int queue) {
        this.timer = new ScheduledThreadPoolExecutor(
                1, task -> Daemon.thread("quintet-exec", task), new ThreadPoolExecutor.DiscardPolicy());
        this.workshop = new Workshop(settings, new JobQueue(queue), timer);
        this.workers = IntStream.rangeClosed(1, workers)
                .mapToObj(number -> new Worker("exec-" + number, workshop, this::checkWorkers))
                .toList();
    }

    /** Starts the workers; if one cannot be started, none is left behind. */
    static ExecLogic start(WorkerSettings settings, int workers, int queue) throws IOException {
        ExecLogic logic = new ExecLogic(settings, workers, queue);
        Runtime.getRuntime().addShutdownHook(logic.atExit);
        try {
            for (Worker worker : logic.workers) {
                worker.start();
            }
            return logic;
        } catch (IOException | RuntimeException | Error e) {
            logic.close();
            throw e;
        }
    }

    @Override
    public CompletionStage<Reply> answer(byte[] request, Connection connection) {
        Job job = new Job(request);
        if (!WorkerFraming.canSay(workshop.settings().framing(), request)) {
            job.fail("request: " + request.length + " bytes (expected: what a frame of the workers can hold, "
                    + workshop.settings().framing() + ")");
            return job.reply();
        }
        workshop.queue().put(job);
        failWaitingUnlessAvailable();
        return job.reply();
    }

    /** Where no worker is up, nor one to be expected shortly, requests do not wait. */
    private void checkWorkers() {
        synchronized (workers) {
            unavailable = closed ? CLOSED : whyAllAreDown();
        }
        failWaitingUnlessAvailable();
    }

    private @Nullable String whyAllAreDown() {
        List<String> reasons =
                workers.stream().flatMap(worker -> worker.whyDown().stream()).toList();
        return reasons.size() < workers.size() ? null : "exec: no worker is up; " + reasons.get(0);
    }

    private void failWaitingUnlessAvailable() {
        String why = unavailable;
        if (why != null) {
            workshop.queue().failAll(why);
        }
    }

    /** Ends the workers: closes stdin and waits a little, then insists. When this returns, none is left. */
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException exiting) {
            // The hook runs, or will.
        }
        end();
    }

    private synchronized void end() {
        closed = true;
        workers.forEach(Worker::close);
        checkWorkers();
        List<ProcessTree> left =
                workers.stream().flatMap(worker -> worker.tree().stream()).toList();
        left = unendedAfterPatience(left);
        left.forEach(ProcessTree::terminate);
        left = unendedAfterPatience(left);
        left.forEach(ProcessTree::kill);
        unendedAfterPatience(left);
        timer.shutdownNow();
    }

    private static List<ProcessTree> unendedAfterPatience(List<ProcessTree> trees) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        return trees.stream()
                .filter(tree -> !tree.awaitEnd(Duration.ofNanos(deadline - System.nanoTime())))
                .toList();
    }
}
