package io.quintet.logic.builtin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quintet.logic.InPlaceLogic;
import io.quintet.logic.LogicCatalog;
import io.quintet.logic.LogicException;
import io.quintet.logic.Payload;
import io.quintet.logic.testing.LogicTester;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ReverseTest {
    private static final HexFormat HEX = HexFormat.of();

    @Test
    void reversesBytes() {
        assertThat(LogicTester.of("reverse").answer("abc")).isEqualTo("cba");
        assertThat(LogicTester.of("reverse").answer("中文".getBytes(UTF_8))).isEqualTo(HEX.parseHex("8796e6adb8e4"));
    }

    @Test
    void everyLengthIsReversedAndNothingAroundItTouched() {
        for (int length = 0; length < 200; length++) {
            byte[] around = new byte[length + 20];
            new Random(length).nextBytes(around);
            ByteBuffer direct = ByteBuffer.allocateDirect(around.length).put(around);

            Reverse.reverse(new Payload().pointAt(direct, 7, length));

            for (int i = 0; i < around.length; i++) {
                boolean inside = i >= 7 && i < 7 + length;
                assertThat(direct.get(i)).isEqualTo(around[inside ? 7 + 7 + length - 1 - i : i]);
            }
        }
    }

    @Test
    void bytesAreReversedInPlace() {
        assertThat(LogicCatalog.ofClassPath().create("reverse")).isInstanceOf(InPlaceLogic.class);
    }

    @Test
    void codePointsAreKeptWhole() {
        assertThat(LogicTester.of("reverse:codepoint").answer("a中😀")).isEqualTo("😀中a");
    }

    @Test
    void graphemesAreKeptWhole() {
        assertThat(LogicTester.of("reverse:unit=grapheme").answer("ae\u0301🇨🇳👨‍👩‍👧!"))
                .isEqualTo("!👨‍👩‍👧🇨🇳e\u0301a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GBK", "GB18030", "Shift_JIS", "EUC-JP", "Big5", "UTF-16LE", "ISO-2022-JP"})
    void otherCharsetsAreTextToo(String charset) {
        byte[] request = "a文b字".getBytes(Charset.forName(charset));

        byte[] answer =
                LogicTester.of("reverse:unit=codepoint,charset=" + charset).answer(request);

        assertThat(new String(answer, Charset.forName(charset))).isEqualTo("字b文a");
    }

    @Test
    void malformedBytesAreKeptEachAsAUnitOfItsOwn() {
        byte[] request = HEX.parseHex("61" + "ff" + "e4b8ad" + "e4b8" + "62");

        assertThat(LogicTester.of("reverse:unit=codepoint").answer(request))
                .isEqualTo(HEX.parseHex("62" + "b8e4" + "e4b8ad" + "ff" + "61"));
        assertThat(LogicTester.of("reverse:unit=grapheme").answer(request))
                .isEqualTo(HEX.parseHex("62" + "b8e4" + "e4b8ad" + "ff" + "61"));
    }

    @Test
    void aCharsetWithoutAUnitIsRefused() {
        assertThatExceptionOfType(LogicException.class)
                .isThrownBy(() -> LogicTester.of("reverse:charset=GBK"))
                .withMessage("logic.reverse.charset: GBK (expected: together with unit=codepoint or unit=grapheme)");
    }
}
