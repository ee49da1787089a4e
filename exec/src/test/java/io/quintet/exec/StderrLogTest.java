package io.quintet.exec;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

final class StderrLogTest {
    private final Logger logger = (Logger) LoggerFactory.getLogger(StderrLog.class);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

    @BeforeEach
    void listen() {
        logger.setLevel(Level.INFO);
        logger.setAdditive(false);
        lines.start();
        logger.addAppender(lines);
    }

    @AfterEach
    void stop() {
        logger.detachAppender(lines);
        logger.setAdditive(true);
        logger.setLevel(null);
    }

    @Test
    void eachLineIsLoggedWithTheWorkersName() {
        assertThat(logged("first\r\nsecond\n\nunended"))
                .containsExactly("exec-1: first", "exec-1: second", "exec-1: ", "exec-1: unended");
    }

    @Test
    void controlCharactersAreEscaped() {
        assertThat(logged("\u001b[31mred\u0007 \u4e2d\u6587\n"))
                .containsExactly("exec-1: \\x1b[31mred\\x07 \u4e2d\u6587");
    }

    @Test
    void longLinesAreCut() {
        assertThat(logged("x".repeat(100_000) + "\nshort\n"))
                .containsExactly(
                        "exec-1: " + "x".repeat(StderrLog.MOST_BYTES) + " ... and 99500 bytes more", "exec-1: short");
    }

    @Test
    void floodIsCutToSomeLinesASecond() {
        List<String> logged = logged("line\n".repeat(StderrLog.MOST_A_SECOND + 10));

        assertThat(logged).hasSize(StderrLog.MOST_A_SECOND + 1).last().isEqualTo("exec-1: 10 lines left out");
    }

    private List<String> logged(String stderr) {
        new StderrLog("exec-1", new ByteArrayInputStream(stderr.getBytes(StandardCharsets.UTF_8))).run();
        return lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
    }
}
