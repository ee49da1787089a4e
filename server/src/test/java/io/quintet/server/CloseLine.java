package io.quintet.server;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.LoggerFactory;

/** The line that is logged about the end of the connection at hand: one, printable, and not long. */
final class CloseLine extends AppenderBase<ILoggingEvent> implements AutoCloseable {
    private static final int MOST = 800;

    private final Logger logger = (Logger) LoggerFactory.getLogger("io.quintet.server.connection");
    private final List<String> lines = new ArrayList<>();

    CloseLine() {
        start();
        logger.setLevel(Level.DEBUG);
        logger.setAdditive(false);
        logger.addAppender(this);
    }

    @Override
    protected void append(ILoggingEvent event) {
        lines.add(event.getFormattedMessage());
    }

    /** The reason that the line gives. */
    String takeReason() {
        assertThat(lines).hasSize(1);
        String line = lines.remove(0);
        assertThat(line).isPrintable().hasSizeLessThan(MOST).startsWith("closed ");
        return line.substring("closed ".length(), line.indexOf(": "));
    }

    @Override
    public void close() {
        logger.detachAppender(this);
        logger.setLevel(null);
        logger.setAdditive(true);
        stop();
    }
}
