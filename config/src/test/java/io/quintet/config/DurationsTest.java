package io.quintet.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {
    @ParameterizedTest
    @CsvSource({
        "500ms, PT0.5S",
        "30s, PT30S",
        "30 s, PT30S",
        "10min, PT10M",
        "10 min, PT10M",
        "10m, PT10M",
        "2h, PT2H",
        "1d, PT24H",
        "250us, PT0.00025S",
        "0, PT0S",
        "0s, PT0S",
        "1 minute, PT1M",
        "90 Seconds, PT1M30S"
    })
    void aNumberAndItsUnitIsADuration(String text, Duration duration) {
        assertThat(Durations.parse(text)).isEqualTo(duration);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "30", "s", "-1s", "+1s", "1.5s", "1 fortnight", "1s2", "\u0663s", "1e3s"})
    void anythingElseIsNone(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Durations.parse(text))
                .withMessage(Durations.EXPECTED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1ns", "15us", "500ms", "1500ms", "30s", "90s", "10min", "36h", "3d"})
    void whatIsWrittenReadsBack(String text) {
        assertThat(Durations.format(Durations.parse(text))).isEqualTo(text);
    }

    @Test
    void aHundredYearsAreTheMost() {
        assertThat(Durations.parse("36500d")).isEqualTo(Duration.ofDays(36_500));
        assertThat(Durations.parse("999999999999999999ns")).isEqualTo(Duration.ofNanos(999_999_999_999_999_999L));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Durations.parse("36501d"))
                .withMessage("at most 36500d");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Durations.parse("999999999999999999d"))
                .withMessage("at most 36500d");
    }
}
