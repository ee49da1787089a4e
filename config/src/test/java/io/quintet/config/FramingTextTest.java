package io.quintet.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quintet.protocol.Framing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FramingTextTest {
    @Test
    void aRightExpressionIsItsFraming() {
        assertThat(FramingText.parse("bin:4,le")).isEqualTo(Framing.parse("bin:4,le"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"asci:5 | ascii:5", "netstrin,max=9 | netstring,max=9", "lien:lf | line:lf", "Raw | raw"})
    void aSlipInTheFormIsGuessed(String text, String meant) {
        assertThatExceptionOfType(SettingException.class)
                .isThrownBy(() -> FramingText.parse(text))
                .withMessageStartingWith("framing: ")
                .withMessageEndingWith("; did you mean " + meant + "?)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "xml", "asci:99", "ascii:5,inkl", "bin:9"})
    void nothingIsGuessedThatWouldBeWrongToo(String text) {
        assertThatExceptionOfType(SettingException.class)
                .isThrownBy(() -> FramingText.parse(text))
                .satisfies(e -> assertThat(e.getMessage()).endsWith(")").doesNotContain("did you mean"));
    }
}
