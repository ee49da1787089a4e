package io.quintet.cli.lineage;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** What the operating system says of a server's process; the test is skipped where it says nothing. */
record ServerProcess(ProcessHandle process) {
    private static final long TICK_MILLIS = 10;

    /** Processor time a second that event loops with nothing to do may use. */
    private static final long IDLE_MILLIS = 30;

    private static final int MOST_SECONDS = 10;

    ServerProcess {
        assumeTrue(Files.isDirectory(Path.of("/proc/self/task")), "no /proc on this machine");
    }

    /** Open descriptors. */
    long descriptors() {
        return entries("fd").size();
    }

    long threads() {
        return entries("task").size();
    }

    /** Waits for a second in which the event loops do nothing: to a busy one it never comes. */
    void requireIdleLoops() {
        if (entries("task").stream().noneMatch(ServerProcess::isLoop)) {
            throw new AssertionError("no event loops in " + process.info());
        }
        long used = Long.MAX_VALUE;
        for (int second = 0; second < MOST_SECONDS && used > IDLE_MILLIS; second++) {
            used = loopMillisOfASecond();
        }
        if (used > IDLE_MILLIS) {
            throw new AssertionError("event loops used " + used + " ms of a second, after " + MOST_SECONDS);
        }
    }

    private long loopMillisOfASecond() {
        long before = loopMillis();
        try {
            process.onExit().get(1, TimeUnit.SECONDS);
            throw new AssertionError("the server has ended");
        } catch (TimeoutException alive) {
            return loopMillis() - before;
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    /** Processor time of the event loops. */
    private long loopMillis() {
        return entries("task").stream()
                .filter(ServerProcess::isLoop)
                .mapToLong(ServerProcess::millis)
                .sum();
    }

    private static boolean isLoop(Path task) {
        return read(task.resolve("comm")).startsWith("quintet-loop");
    }

    /** The fields behind the name in parentheses: the 12th and 13th are user and system time. */
    private static long millis(Path task) {
        String stat = read(task.resolve("stat"));
        List<String> fields = List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1));
        return (Long.parseLong(fields.get(11)) + Long.parseLong(fields.get(12))) * TICK_MILLIS;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException gone) {
            return "0 () 0 0 0 0 0 0 0 0 0 0 0 0 0 0";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Path> entries(String folder) {
        try (Stream<Path> entries = Files.list(Path.of("/proc", Long.toString(process.pid()), folder))) {
            return entries.toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
