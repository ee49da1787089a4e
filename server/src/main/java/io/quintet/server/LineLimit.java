package io.quintet.server;

import io.quintet.protocol.CloseReason;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps peers from flooding the log: of the connections that end for a reason so many a second get a line, and the others
 * are counted in one line at the end of that second. Safe from any thread.
 */
final class LineLimit {
    static final int LINES_A_SECOND = 20;

    private static final Logger LOG = LoggerFactory.getLogger("io.quintet.server.connection");
    private static final long SECOND = TimeUnit.SECONDS.toNanos(1);

    private final LongSupplier nanoTime;
    private final Map<CloseReason, Second> seconds = new EnumMap<>(CloseReason.class);

    LineLimit(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        for (CloseReason reason : CloseReason.values()) {
            seconds.put(reason, new Second(reason));
        }
    }

    /**
     * Writes a line about the end of a connection, or counts it. Who logs at debug has asked for every line.
     *
     * @param timer has the count written where no line follows
     */
    void log(CloseReason reason, ScheduledExecutorService timer, Runnable line) {
        if (LOG.isDebugEnabled() || second(reason).permits(timer)) {
            line.run();
        }
    }

    private Second second(CloseReason reason) {
        return Objects.requireNonNull(seconds.get(reason));
    }

    /** Writes what is counted by now. */
    void close() {
        seconds.values().forEach(Second::tell);
    }

    /** The second that began with the first line after the last one was over. */
    private final class Second {
        private final CloseReason reason;
        private long began = nanoTime.getAsLong() - SECOND;
        private int lines;
        private long omitted;

        Second(CloseReason reason) {
            this.reason = reason;
        }

        synchronized boolean permits(ScheduledExecutorService timer) {
            long now = nanoTime.getAsLong();
            if (now - began >= SECOND) {
                tell();
                began = now;
                lines = 0;
            }
            if (lines < LINES_A_SECOND) {
                lines++;
                return true;
            }
            if (omitted++ == 0) {
                tellLater(timer, began + SECOND - now);
            }
            return false;
        }

        /** An event loop that is ending takes no more tasks: then {@link #close} tells. */
        private void tellLater(ScheduledExecutorService timer, long nanos) {
            try {
                timer.schedule(this::tell, nanos, TimeUnit.NANOSECONDS);
            } catch (RejectedExecutionException ending) {
                LOG.debug("counting the rest at the end", ending);
            }
        }

        synchronized void tell() {
            if (omitted > 0) {
                LOG.info("closed {}: {} more connections within a second", reason.code(), omitted);
                omitted = 0;
            }
        }
    }
}
