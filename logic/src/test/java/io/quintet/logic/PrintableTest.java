package io.quintet.logic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PrintableTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "abc 中 😀 é,abc 中 😀 é",
                "`a\r\n\tb`,a\\r\\n\\tb",
                "a\\b,a\\\\b",
                "`\u001b[31m`,\\x1b[31m",
                "`\u0085`,\\x85",
                "`\u202eabc`,\\u202eabc",
                "`\u2028`,\\u2028",
                "`\udc80`,\\udc80",
                "`\udb40\udc01`,\\u0e0001",
            })
    void whatDoesNotPrintIsEscaped(String text, String shown) {
        assertThat(Printable.text(text)).isEqualTo(shown);
    }

    @Test
    void noControlCharacterPasses() {
        for (char c = 0; c < 0xffff; c++) {
            assertThat(Printable.text(String.valueOf(c)).chars()).noneMatch(Character::isISOControl);
        }
    }
}
