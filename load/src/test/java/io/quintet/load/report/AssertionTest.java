package io.quintet.load.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AssertionTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "p50<=1.01ms",
                "p99<5ms",
                "p99.9 < 1s",
                "p50>999us",
                "max<0.2s",
                "mean>1us",
                "min>0ns",
                "rate>=1k",
                "rate<1M",
                "answers=1000",
                "errors=0"
            })
    void whatIsSoHolds(String text) {
        assertThat(Assertion.parseAll(text)).allMatch(assertion -> assertion.holds(Results.ofMillis(1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"p50<1ms", "p99>5ms", "rate<1k", "rate>1M", "answers<1000", "errors>0"})
    void whatIsNotSoFails(String text) {
        assertThat(Assertion.parseAll(text)).noneMatch(assertion -> assertion.holds(Results.ofMillis(1)));
    }

    @Test
    void severalAreToldOneByOne() {
        assertThat(Assertion.parseAll("p99<5ms, errors=1").stream()
                        .map(assertion -> assertion.describe(Results.ofMillis(1))))
                .containsExactly("p99<5ms: holds, 1.00 ms", "errors=1: failed, 0");
    }

    @Test
    void aLatencyThatWasNotMeasuredIsNotShort() {
        assertThat(Assertion.parseAll("p99<5ms").get(0).holds(Results.ofMillis()))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "p99 | p99 (expected: a figure, a relation and a value, such as p99<5ms or errors=0)",
                "p99<5 | p99<5 (expected: a time in ns, us, ms or s)",
                "rate>5ms | rate>5ms (expected: a number, with k or M if need be)",
                "p999<5ms | p999<5ms (expected: p50, p99.9 or any such, min, max, mean, rate, answers or errors)",
                "p99<5ms, | nothing (expected: a figure,",
            })
    void whatIsNoAssertionIsRefused(String text, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Assertion.parseAll(text))
                .withMessageStartingWith(message);
    }
}
