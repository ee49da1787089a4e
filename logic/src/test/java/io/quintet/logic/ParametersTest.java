package io.quintet.logic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.Charset;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ParametersTest {
    private final Parameter<Duration> duration = Parameters.duration("time", "how long");
    private final Parameter<Long> number = Parameters.number("times", -5, 100, "how often");
    private final Parameter<Long> size = Parameters.size("size", 1 << 20, "how large");
    private final Parameter<Double> rate = Parameters.rate("rate", "how many");

    @ParameterizedTest
    @CsvSource({
        "0, PT0S",
        "50ms, PT0.05S",
        "2s, PT2S",
        "3min, PT3M",
        "3m, PT3M",
        "3 minutes, PT3M",
        "90 Seconds, PT1M30S",
        "0s, PT0S",
        "1h, PT1H",
        "1d, PT24H",
        "7us, PT0.000007S",
        "9ns, PT0.000000009S"
    })
    void durationsHaveAUnit(String text, Duration value) {
        assertThat(duration.reader().apply(text)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "5",
                "-5ms",
                "+5ms",
                "1.5s",
                "5 fortnights",
                "５ms",
                "ms",
                "36501d",
                "999999999999999d",
                "9999999999999999s"
            })
    void otherDurationsAreRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> duration.reader().apply(text));
    }

    @Test
    void durationsMayBeARange() {
        Parameter<Range<Duration>> range = Parameters.durationRange("time", "how long");

        assertThat(range.reader().apply("50ms..2s"))
                .isEqualTo(new Range<>(Duration.ofMillis(50), Duration.ofSeconds(2)));
        assertThat(range.reader().apply("1s").contains(Duration.ofSeconds(1))).isTrue();
        assertThatIllegalArgumentException().isThrownBy(() -> range.reader().apply("2s..50ms"));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "512, 512", "512B, 512", "64KiB, 65536", "64 kib, 65536", "1kB, 1000", "1MiB, 1048576"})
    void sizesAreBytes(String text, long value) {
        assertThat(size.reader().apply(text)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "2MiB", "1k", "1G", "999999999999999999GiB"})
    void otherSizesAreRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> size.reader().apply(text));
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "0.25, 0.25", "10%, 0.1", "100%, 1"})
    void ratesAreSharesOrPercents(String text, double value) {
        assertThat(rate.reader().apply(text)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1.1", "101%", "-0.1", "NaN", "1e-3", "half"})
    void otherRatesAreRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> rate.reader().apply(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "+5", "５", "0x5", "-6", "101", "1_0", "99999999999999999999"})
    void numbersAreAsciiDigitsInTheirRange(String text) {
        assertThat(number.reader().apply("-5")).isEqualTo(-5);
        assertThatIllegalArgumentException().isThrownBy(() -> number.reader().apply(text));
    }

    @Test
    void wordsAreThoseOfTheEnum() {
        Parameter<TimeUnit> unit = Parameters.oneOf("unit", TimeUnit.class, "of time");

        assertThat(unit.reader().apply("seconds")).isEqualTo(TimeUnit.SECONDS);
        assertThat(unit.expected()).startsWith("nanoseconds, microseconds, ").endsWith(" or days");
        assertThatIllegalArgumentException().isThrownBy(() -> unit.reader().apply("SECONDS"));
    }

    @Test
    void charsetsMustBeWritableToo() {
        Parameter<Charset> charset = Parameters.charset("charset", "of the text");

        assertThat(charset.reader().apply("shift_jis")).isEqualTo(Charset.forName("Shift_JIS"));
        assertThatIllegalArgumentException().isThrownBy(() -> charset.reader().apply("x-JISAutoDetect"));
        assertThatIllegalArgumentException().isThrownBy(() -> charset.reader().apply("no such"));
    }
}
