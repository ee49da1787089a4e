package io.quintet.server;

import ch.qos.logback.classic.spi.ILoggingEvent;
import java.util.Map;
import java.util.TreeMap;

/** Counts the ends of connections by reason, as the servers of this JVM log them. Safe from any thread. */
final class CloseTally implements AutoCloseable {
    private final Map<String, Long> counts = new TreeMap<>();
    private final CloseAppender appender = new CloseAppender(this::count);

    private void count(ILoggingEvent event) {
        String line = event.getFormattedMessage();
        synchronized (counts) {
            counts.merge(line.substring("closed ".length(), line.indexOf(':')), 1L, Long::sum);
        }
    }

    Map<String, Long> counts() {
        synchronized (counts) {
            return new TreeMap<>(counts);
        }
    }

    long sum() {
        return counts().values().stream().mapToLong(Long::longValue).sum();
    }

    @Override
    public void close() {
        appender.close();
    }
}
