package io.quintet.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The codes are stable: a change here breaks someone's dashboard. */
class CloseReasonTest {
    @Test
    void codesAreTheseInThisOrder() {
        assertThat(Arrays.stream(CloseReason.values()).map(CloseReason::code))
                .containsExactly(
                        "eof",
                        "eof-in-header",
                        "eof-in-payload",
                        "bad-header",
                        "bad-length",
                        "too-long",
                        "zero-length",
                        "idle-timeout",
                        "frame-timeout",
                        "write-timeout",
                        "logic-error",
                        "logic-timeout",
                        "answer-too-long",
                        "closed-by-logic",
                        "peer-reset",
                        "refused-max-connections",
                        "refused-per-ip",
                        "refused-overload",
                        "refused-address",
                        "tls-handshake",
                        "proxy-header",
                        "max-age",
                        "drained",
                        "server-stopped",
                        "internal-error");
    }

    @ParameterizedTest
    @EnumSource
    void everyReasonIsFoundByItsCodeAndExplained(CloseReason reason) {
        assertThat(CloseReason.of(reason.code())).hasValue(reason);
        assertThat(reason).hasToString(reason.code());
        assertThat(reason.meaning()).matches("[A-Z].*[^.]\\.");
        assertThat(reason.advice()).matches("[A-Z].*[^.]\\.");
    }

    @ParameterizedTest
    @EnumSource
    void everyReasonIsInTheProtocolsTable(CloseReason reason) throws IOException {
        String mark = reason.isNormal() ? " \u00b7" : "";

        assertThat(Files.readString(Path.of("..", "docs", "protocol.md")))
                .contains("| `" + reason.code() + "`" + mark + " | " + reason.meaning() + " |");
    }

    @Test
    void expectedEndsAreNormal() {
        assertThat(Arrays.stream(CloseReason.values()).filter(CloseReason::isNormal))
                .containsExactly(
                        CloseReason.EOF,
                        CloseReason.CLOSED_BY_LOGIC,
                        CloseReason.MAX_AGE,
                        CloseReason.DRAINED,
                        CloseReason.SERVER_STOPPED);
    }

    @Test
    void unknownCodeIsNone() {
        assertThat(CloseReason.of("bad-hedaer")).isEmpty();
        assertThat(CloseReason.of("EOF")).isEmpty();
    }
}
