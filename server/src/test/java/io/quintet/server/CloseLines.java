package io.quintet.server;

import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** What the server logs about the ends of its connections, down to debug. */
final class CloseLines extends AppenderBase<ILoggingEvent> implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Logger logger = (Logger) LoggerFactory.getLogger("io.quintet.server.connection");
    private final List<ILoggingEvent> events = new CopyOnWriteArrayList<>();

    CloseLines() {
        start();
        logger.setLevel(Level.DEBUG);
        logger.setAdditive(false);
        logger.addAppender(this);
    }

    @Override
    protected void append(ILoggingEvent event) {
        events.add(event);
    }

    /** The first event about {@code peer}; waits for it. */
    ILoggingEvent about(RawPeer peer) {
        return with(" from " + peer.name());
    }

    /** The first event that has {@code part} in its line; waits for it. */
    ILoggingEvent with(String part) {
        return await("a line with " + part)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(2))
                .until(() -> find(part), Optional::isPresent)
                .orElseThrow();
    }

    private Optional<ILoggingEvent> find(String part) {
        return events.stream()
                .filter(event -> event.getFormattedMessage().contains(part))
                .findFirst();
    }

    /** All lines so far. */
    List<String> lines() {
        return events.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }

    @Override
    public void close() {
        logger.detachAppender(this);
        logger.setLevel(null);
        logger.setAdditive(true);
        stop();
    }
}
