package io.quintet.logic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class LogicExpressionTest {
    @Test
    void aBareNameHasNoArguments() {
        assertThat(LogicExpression.parse("echo")).isEqualTo(LogicExpression.of("echo"));
    }

    @Test
    void valuesWithoutANameComeInOrder() {
        assertThat(LogicExpression.parse("greet:hello,close")).isEqualTo(LogicExpression.of("greet", "hello", "close"));
    }

    @Test
    void valuesWithANameFollow() {
        assertThat(LogicExpression.parse("reverse:grapheme,charset=GBK"))
                .isEqualTo(new LogicExpression("reverse", List.of("grapheme"), Map.of("charset", "GBK")));
    }

    @Test
    void aColonAloneGivesAnEmptyValue() {
        assertThat(LogicExpression.parse("fixed:")).isEqualTo(LogicExpression.of("fixed", ""));
    }

    @Test
    void aValueMayHaveColons() {
        assertThat(LogicExpression.parse("time:zone=+08:00").named()).containsEntry("zone", "+08:00");
    }

    @Test
    void aBackslashEscapesCommasEqualsSignsAndLineEnds() {
        assertThat(LogicExpression.parse("greet:a\\,b\\=c\\\\d\\r\\n"))
                .isEqualTo(LogicExpression.of("greet", "a,b=c\\d\r\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "echo",
                "fixed:",
                "a:,",
                "greet:a\\,b\\=c\\\\d\\r\\n\\t,close",
                "reverse:x,unit=byte,charset=GBK",
                "a:b-c=\\="
            })
    void printsAsItWasParsed(String text) {
        assertThat(LogicExpression.parse(text))
                .satisfies(expression ->
                        assertThat(LogicExpression.parse(expression.toString())).isEqualTo(expression))
                .hasToString(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Echo | logic: Echo (expected: lower-case letters, digits and hyphens, beginning with a letter)",
                "`` | `logic: '' (expected: lower-case letters, digits and hyphens, beginning with a letter)`",
                "a:Unit=byte | logic.a: Unit (expected: lower-case letters, digits and hyphens, beginning with a letter)",
                "a:x=1,2 | logic.a: 2 (expected: values without a name before those with one)",
                "a:x=1,x=2 | logic.a.x: 2 (expected: given once)",
                "a:b\\q | `logic.a: b\\\\q (expected: a backslash only in \\, \\= \\\\ \\n \\r \\t)`",
                "a:b\\ | `logic.a: b\\\\ (expected: a backslash only in \\, \\= \\\\ \\n \\r \\t)`",
            })
    void whatIsWrongIsSaidInOneLine(String text, String message) {
        assertThatExceptionOfType(LogicException.class)
                .isThrownBy(() -> LogicExpression.parse(text))
                .withMessage(message);
    }
}
