package io.quintet.logic.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class LosslessTextTest {
    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "US-ASCII", "ISO-8859-1", "windows-1252", "GBK", "UTF-16LE", "UTF-32BE"})
    void anyBytesComeBackAsTheyWere(String name) {
        Charset charset = Charset.forName(name);
        for (long seed = 0; seed < 2000; seed++) {
            byte[] bytes = new byte[(int) (seed % 40)];
            new Random(seed).nextBytes(bytes);

            byte[] back = LosslessText.encode(LosslessText.decode(ByteBuffer.wrap(bytes), charset), charset);

            assertThat(back).as("seed %d", seed).isEqualTo(bytes);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "Shift_JIS", "EUC-JP", "ISO-2022-JP", "ISO-2022-KR", "GB18030", "Big5"})
    void noBytesMakeAnyUnitThrow(String name) {
        Charset charset = Charset.forName(name);
        for (long seed = 0; seed < 2000; seed++) {
            byte[] bytes = new byte[(int) (seed % 40)];
            new Random(seed).nextBytes(bytes);
            String text = LosslessText.decode(ByteBuffer.wrap(bytes), charset);

            for (TextUnit unit : new TextUnit[] {TextUnit.CODEPOINT, TextUnit.GRAPHEME}) {
                assertThat(unit.count(text)).as("seed %d", seed).isBetween(0, bytes.length * 2);
                LosslessText.encode(unit.reverse(text), charset);
            }
        }
    }
}
