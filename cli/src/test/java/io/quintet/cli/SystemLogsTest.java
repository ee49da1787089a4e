package io.quintet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What logics log by the JDK's own means. */
class SystemLogsTest {
    private final Logger logger = (Logger) LoggerFactory.getLogger("io.quintet.cli.SystemLogsTest");
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    @Test
    void systemLoggersLogWhereEverythingGoes() {
        System.Logger log = System.getLogger(logger.getName());
        lines.start();
        logger.setAdditive(false);
        logger.addAppender(lines);

        log.log(System.Logger.Level.WARNING, "plain {braces} kept");
        log.log(System.Logger.Level.WARNING, "{0} of {1}", 1, 2);
        log.log(System.Logger.Level.ERROR, "failed", new IllegalStateException("why"));

        assertThat(lines.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .containsExactly("plain {braces} kept", "1 of 2", "failed");
        assertThat(lines.list.get(2).getThrowableProxy().getMessage()).isEqualTo("why");
        assertThat(log.isLoggable(System.Logger.Level.OFF)).isFalse();
        logger.detachAppender(lines);
    }
}
