package io.quintet.logic.builtin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.logic.InPlaceLogic;
import io.quintet.logic.LogicCatalog;
import io.quintet.logic.LogicCatalog.Entry;
import io.quintet.logic.testing.LogicTester;
import java.nio.charset.Charset;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SmallLogicsTest {
    @Test
    void echoAnswersTheRequest() {
        assertThat(LogicTester.of("echo").answer("a\r\n\0中")).isEqualTo("a\r\n\0中");
    }

    @Test
    void discardAnswersNothingAsAnAnswer() {
        assertThat(LogicTester.of("discard").answer("abc")).isEmpty();
    }

    @Test
    void aChainPassesEachAnswerOn() {
        assertThat(LogicTester.of("upper", "reverse", "length").answer("abcdefghijkl"))
                .isEqualTo("12");
        assertThat(LogicTester.of("upper", "reverse").answer("abc")).isEqualTo("CBA");
    }

    @Test
    void caseOfAsciiLettersChangesInPlaceAndNoOtherByteDoes() {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
        }

        byte[] upper = LogicTester.of("upper").answer(all);
        byte[] lower = LogicTester.of("lower").answer(all);

        for (int i = 0; i < all.length; i++) {
            assertThat(upper[i]).isEqualTo(i >= 'a' && i <= 'z' ? (byte) (i - 32) : (byte) i);
            assertThat(lower[i]).isEqualTo(i >= 'A' && i <= 'Z' ? (byte) (i + 32) : (byte) i);
        }
        assertThat(LogicCatalog.ofClassPath().create("lower")).isInstanceOf(InPlaceLogic.class);
    }

    @ParameterizedTest
    @CsvSource({
        "upper, zzz{`@[az AZ, ZZZ{`@[AZ AZ",
        "lower, ZZZ{`@[az AZ, zzz{`@[az az",
        "upper, äb, äB",
        "upper:UTF-8, straße é я, STRASSE É Я",
        "lower:charset=UTF-8, ÀΣ, àς",
    })
    void casesOfText(String logic, String request, String answer) {
        assertThat(LogicTester.of(logic).answer(request)).isEqualTo(answer);
    }

    @Test
    void aLetterWhoseOtherCaseTheCharsetCannotSayStays() {
        Charset latin1 = Charset.forName("ISO-8859-1");

        byte[] answer = LogicTester.of("upper:ISO-8859-1").answer("aÿé".getBytes(latin1));

        assertThat(new String(answer, latin1)).isEqualTo("AÿÉ");
    }

    @Test
    void malformedBytesStayWhereTheyAre() {
        assertThat(LogicTester.of("upper:UTF-8").answer(new byte[] {'a', (byte) 0xff, 'b', (byte) 0xc3}))
                .isEqualTo(new byte[] {'A', (byte) 0xff, 'B', (byte) 0xc3});
    }

    @ParameterizedTest
    @CsvSource({"length, 18", "length:codepoint, 7", "length:unit=grapheme, 5"})
    void lengthCountsItsUnit(String logic, String answer) {
        assertThat(LogicTester.of(logic).answer("ae\u0301中文🇨🇳")).isEqualTo(answer);
    }

    @Test
    void lengthCountsInAnyCharset() {
        byte[] request = "a中文".getBytes(Charset.forName("GBK"));

        assertThat(LogicTester.of("length:codepoint,GBK").answer(request))
                .asString(UTF_8)
                .isEqualTo("3");
    }

    @Test
    void timeIsToldInAnyFormAndZone() {
        Clock clock = Clock.fixed(Instant.parse("2026-01-31T23:59:59.123456Z"), ZoneOffset.UTC);
        LogicCatalog catalog = LogicCatalog.of(List.of(new Entry(new Time(clock), "here")));

        assertThat(answer(catalog, "time")).isEqualTo("2026-01-31T23:59:59.123Z");
        assertThat(answer(catalog, "time:zone=+08:00")).isEqualTo("2026-02-01T07:59:59.123+08:00");
        assertThat(answer(catalog, "time:seconds")).isEqualTo("1769903999");
        assertThat(answer(catalog, "time:millis")).isEqualTo("1769903999123");
    }

    private static String answer(LogicCatalog catalog, String expression) {
        return LogicTester.of(catalog.create(expression)).answer("now?");
    }
}
