package io.quintet.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quintet.config.Durations;
import io.quintet.config.Settings;
import io.quintet.logic.Parameter;
import io.quintet.logic.Parameters;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings and arguments of logics are read by two modules that do not know each other, and in the same words. */
class UnitsTest {
    private final Parameter<Duration> duration = Parameters.duration("time", "how long");
    private final Parameter<Long> size = Parameters.size("size", 1 << 30, "how large");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "0s",
                "7ns",
                "15us",
                "500ms",
                "500 millis",
                "1 millisecond",
                "30s",
                "30 s",
                " 30s ",
                "30S",
                "1 second",
                "2 sec",
                "10min",
                "10m",
                "10 minutes",
                "1 mins",
                "2h",
                "1 hour",
                "36 hours",
                "1d",
                "3 days"
            })
    void durationsAreTheSame(String text) {
        assertThat(duration.reader().apply(text)).isEqualTo(Durations.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "30", "s", "-1s", "+1s", "1.5s", "1 fortnight", "1s2", "9999999999999999s", "\u0663s"})
    void neitherReadsAnythingElse(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> duration.reader().apply(text));
        assertThatIllegalArgumentException().isThrownBy(() -> Durations.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"65536", "65536B", "70kb", "70 KB", "256KiB", "256 kib", "1MiB", "1mb"})
    void sizesAreTheSame(String text) {
        Object setting = Settings.find("limits.write-buffer-high")
                .orElseThrow()
                .type()
                .reader()
                .apply(text);

        assertThat(size.reader().apply(text)).isEqualTo(((Integer) setting).longValue());
    }
}
