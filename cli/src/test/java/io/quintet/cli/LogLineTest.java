package io.quintet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

class LogLineTest {
    private static final Logger OURS = LoggerFactory.getLogger("io.quintet.cli.test");
    private static final Logger NETTYS = LoggerFactory.getLogger("io.netty.test");

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @AfterEach
    void giveTheLogBack() {
        Logging.start(LogLevel.WARN, false, System.err);
    }

    @Test
    void anEventIsOneLineWhateverItsMessage() {
        Logging.start(LogLevel.INFO, false, err);

        OURS.info("a\r\nb");

        assertThat(text()).matches("\\d\\d:\\d\\d:\\d\\d\\.\\d{3} info  a\\\\r\\\\nb\\R");
    }

    @Test
    void nettysOwnLinesPassFromWarningsOn() {
        Logging.start(LogLevel.TRACE, false, err);

        NETTYS.debug("noise");
        NETTYS.info("noise");
        NETTYS.warn("worth knowing");

        assertThat(text()).contains("warn  worth knowing").doesNotContain("noise");
    }

    @Test
    void ourOwnFailureKeepsItsStackTrace() {
        Logging.start(LogLevel.INFO, false, err);

        OURS.error("failed", new IllegalStateException("why"));

        assertThat(text()).contains("error failed", "java.lang.IllegalStateException: why", "\tat ");
    }

    @Test
    void whatAPeerMayHaveSaidStaysOnItsLine() {
        Logging.start(LogLevel.DEBUG, false, err);
        Throwable cause = new IllegalArgumentException("\u001b[2J\n10:51:36.123 info  forged");

        OURS.debug("sent \u001b[31m\u0007", new IllegalStateException("not a number: \r\nx", cause));

        assertThat(text())
                .contains(
                        "debug sent \\x1b[31m\\x07",
                        "java.lang.IllegalStateException: not a number: \\r\\nx",
                        "Caused by: java.lang.IllegalArgumentException: \\x1b[2J\\n10:51:36.123 info  forged",
                        "\tat io.quintet.cli.LogLineTest.whatAPeerMayHaveSaidStaysOnItsLine(",
                        "\t... ")
                .doesNotContain("\n10:51", "\u001b");
    }

    @Test
    void theLevelIsColoredWhereColorsAreOn() {
        Logging.start(LogLevel.INFO, true, err);

        OURS.warn("careful");

        assertThat(text()).contains("\u001b[33mwarn \u001b[0m careful");
    }

    @Test
    void levelsAreShiftedAsFarAsThereAreAny() {
        assertThat(LogLevel.INFO.shifted(1)).isEqualTo(LogLevel.DEBUG);
        assertThat(LogLevel.INFO.shifted(9)).isEqualTo(LogLevel.TRACE);
        assertThat(LogLevel.INFO.shifted(-9)).isEqualTo(LogLevel.ERROR);
    }

    private String text() {
        return err.toString(StandardCharsets.UTF_8);
    }
}
