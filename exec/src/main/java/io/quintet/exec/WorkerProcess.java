package io.quintet.exec;

import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** One process of a worker, from its start to its end. Three threads carry its stdin, stdout and stderr. Safe from any thread. */
final class WorkerProcess {
    /** What a process that is ending anyway gets to end by itself, so that it can be said how it did. */
    private static final long ENDS_SOON_MILLIS = 500;

    private final String name;
    private final Workshop workshop;
    private final Consumer<Ending> onEnd;
    private final Process process;
    private final ProcessTree tree;
    private final InFlight inFlight = new InFlight();
    private final TimeLimit timeLimit;
    private final Feeder feeder;
    private final Listener listener;
    private final Thread feeding;
    private final AtomicBoolean ended = new AtomicBoolean();

    private WorkerProcess(String name, Workshop workshop, Process process, Consumer<Ending> onEnd) {
        WorkerSettings settings = workshop.settings();
        Semaphore room = new Semaphore(settings.mostInFlight());
        this.name = name;
        this.workshop = workshop;
        this.onEnd = onEnd;
        this.process = process;
        this.tree = new ProcessTree(process);
        this.timeLimit = new TimeLimit(settings.timeout(), inFlight, workshop.timer(), this::endLate);
        this.feeder = new Feeder(process.getOutputStream(), workshop, inFlight, room);
        this.listener = new Listener(process.getInputStream(), workshop, inFlight, room);
        this.feeding = Daemon.thread(name + "-stdin", this::feed);
    }

    /**
     * Starts one.
     *
     * @param onEnd told once, when the process has ended or is as good as
     */
    static WorkerProcess start(String name, Workshop workshop, Consumer<Ending> onEnd) throws IOException {
        Process process = new ProcessBuilder(workshop.settings().command()).start();
        try {
            WorkerProcess started = new WorkerProcess(name, workshop, process, onEnd);
            started.begin();
            return started;
        } catch (Error noThread) {
            process.destroyForcibly();
            throw noThread;
        }
    }

    private void begin() {
        feeding.start();
        Daemon.thread(name + "-stdout", this::listen).start();
        Daemon.thread(name + "-stderr", new StderrLog(name, process.getErrorStream()))
                .start();
        process.onExit().thenRun(this::endSoon);
    }

    private void feed() {
        try {
            feeder.feed(timeLimit);
        } catch (IOException closed) {
            endSoon();
        }
    }

    private void listen() {
        try {
            String fault = listener.listen(() -> workshop.timer().execute(tree::look));
            if (fault != null) {
                end(fault);
            } else if (process.waitFor(ENDS_SOON_MILLIS, TimeUnit.MILLISECONDS)) {
                end(exitStatus());
            } else {
                end("stdout closed");
            }
        } catch (IOException | InterruptedException e) {
            end("stdout: " + e);
        }
    }

    /** Leaves it to the listener, which may have answers to read; but not for long, since a child may keep stdout open. */
    private void endSoon() {
        workshop.timer()
                .schedule(
                        () -> end(process.isAlive() ? "stdin closed" : exitStatus()),
                        ENDS_SOON_MILLIS,
                        TimeUnit.MILLISECONDS);
    }

    private void endLate() {
        end("no answer in " + workshop.settings().timeout().toMillis() + " ms");
    }

    private void end(String how) {
        if (ended.compareAndSet(false, true)) {
            tree.kill();
            feeding.interrupt();
            onEnd.accept(new Ending(how, listener.answers(), inFlight.end()));
        }
    }

    private String exitStatus() {
        int status = process.exitValue();
        return "exit status " + status + (status > 128 ? " (signal " + (status - 128) + ")" : "");
    }

    /** Closes stdin, which is how a worker is told that nothing more comes. */
    void closeStdin() {
        tree.look();
        feeding.interrupt();
    }

    ProcessTree tree() {
        return tree;
    }

    long pid() {
        return process.pid();
    }
}
