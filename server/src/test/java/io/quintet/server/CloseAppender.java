package io.quintet.server;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.function.Consumer;
import org.slf4j.LoggerFactory;

/** Hands on what is logged about the ends of connections, down to debug, instead of showing it. */
final class CloseAppender extends AppenderBase<ILoggingEvent> implements AutoCloseable {
    private final Logger logger = (Logger) LoggerFactory.getLogger("io.quintet.server.connection");
    private final Consumer<ILoggingEvent> reader;

    /** @param reader is called by whichever thread logs */
    CloseAppender(Consumer<ILoggingEvent> reader) {
        this.reader = reader;
        start();
        logger.setLevel(Level.DEBUG);
        logger.setAdditive(false);
        logger.addAppender(this);
    }

    @Override
    protected void append(ILoggingEvent event) {
        reader.accept(event);
    }

    /** From now on what an operator sees by default, where lines are rare. */
    void atInfoAlone() {
        logger.setLevel(Level.INFO);
    }

    @Override
    public void close() {
        logger.detachAppender(this);
        logger.setLevel(null);
        logger.setAdditive(true);
        stop();
    }
}
