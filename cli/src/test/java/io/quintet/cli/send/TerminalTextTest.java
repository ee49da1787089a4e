package io.quintet.cli.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalTextTest {
    @ParameterizedTest
    @CsvSource({
        "616263, abc",
        "e4b8ade69687, \u4e2d\u6587",
        "f09f9880, \ud83d\ude00",
        "1b5b324a, '\\x1b[2J'",
        "0d0a09, '\\r\\n\\t'",
        "5c6e, '\\\\n'",
        "c29b, '\\xc2\\x9b'",
        "e280ae, '\\xe2\\x80\\xae'",
        "ff61fe, '\\xffa\\xfe'",
        "61e4b8, 'a\\xe4\\xb8'",
        "eda080, '\\xed\\xa0\\x80'",
        "00, '\\x00'"
    })
    void whatIsNotPrintableIsEscaped(String hex, String shown) {
        assertThat(TerminalText.of(HexFormat.of().parseHex(hex))).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({"'a\"\\\u00e9\u0007', '\"a\\\"\\\\\u00e9\\u0007\"'", "'\u202e', '\"\\u202e\"'"})
    void jsonIsEscapedAsJson(String text, String shown) {
        var answer = new TimedAnswer(7, text.getBytes(StandardCharsets.UTF_8), Optional.empty());

        assertThat(AnswerJson.of(answer)).startsWith("{\"answer\":7,").contains("\"text\":" + shown + ",");
    }
}
