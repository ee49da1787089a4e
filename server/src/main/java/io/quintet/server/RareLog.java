package io.quintet.server;

import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Keeps a peer from flooding the log: one line a second, which says how many were left out. Safe from any thread. */
final class RareLog {
    private static final long SPACING_NANOS = TimeUnit.SECONDS.toNanos(1);

    private long last = System.nanoTime() - SPACING_NANOS;
    private long omitted;

    /** @param line writes the line, given the words for what was left out since the last one */
    synchronized void log(Consumer<String> line) {
        long now = System.nanoTime();
        if (now - last < SPACING_NANOS) {
            omitted++;
            return;
        }
        line.accept(omitted == 0 ? "" : " and " + omitted + " more");
        last = now;
        omitted = 0;
    }
}
