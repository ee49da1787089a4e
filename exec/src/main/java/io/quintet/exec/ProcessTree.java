package io.quintet.exec;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/**
 * A process and those that it has started, such as a shell's. Once a process has ended nobody can tell whose parent it
 * was, so its descendants are looked up before. Safe from any thread.
 */
final class ProcessTree {
    private final Process process;
    private final Set<ProcessHandle> descendants = new LinkedHashSet<>();

    ProcessTree(Process process) {
        this.process = process;
    }

    /**
     * Remembers the descendants that there are now. Only while the process lives: once it is gone its number may be
     * another's, whose children are none of ours.
     */
    synchronized void look() {
        descendants.removeIf(handle -> !handle.isAlive());
        if (process.isAlive()) {
            List<ProcessHandle> seen = process.descendants().toList();
            if (process.isAlive()) {
                descendants.addAll(seen);
            }
        }
    }

    /** Asks all to end, as SIGTERM does. */
    void terminate() {
        look();
        process.destroy();
        known().forEach(ProcessHandle::destroy);
    }

    /** Ends all, as SIGKILL does. */
    void kill() {
        look();
        process.destroyForcibly();
        known().forEach(ProcessHandle::destroyForcibly);
    }

    /** Waits until all have ended; false if they did not in time. */
    boolean awaitEnd(Duration most) {
        List<CompletableFuture<?>> ends =
                known().stream().map(ProcessHandle::onExit).collect(Collectors.toList());
        ends.add(process.onExit());
        try {
            CompletableFuture.allOf(ends.toArray(CompletableFuture[]::new))
                    .get(Math.max(0, most.toNanos()), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException late) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("waiting for process " + process.pid(), e);
        }
    }

    private synchronized List<ProcessHandle> known() {
        return List.copyOf(descendants);
    }
}
