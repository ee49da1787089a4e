package io.quintet.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.junit.jupiter.api.Test;

/** Digits by the word, against digits by the byte. */
class DecimalTest {
    @Test
    void everyNumberGoesToDigitsAndBack() {
        for (int value = 0; value < 100_000_000; value += value < 100_000 ? 1 : 997) {
            long digits = Decimal.digits(value);

            assertThat(Decimal.isDigits(digits)).isTrue();
            assertThat(Decimal.value(digits)).isEqualTo(value);
        }
        assertThat(Decimal.value(Decimal.digits(99_999_999))).isEqualTo(99_999_999);
    }

    @Test
    void digitsAreThoseThatAreWritten() {
        ByteBuf out = Unpooled.buffer(8).writeLongLE(Decimal.digits(1_234_567));

        assertThat(Wire.text(out)).isEqualTo("01234567");
    }

    @Test
    void everyOtherByteAtEveryPlaceIsNoDigit() {
        for (int place = 0; place < 8; place++) {
            for (int value = 0; value < 256; value++) {
                long word = (Decimal.ZEROS & ~(0xffL << (8 * place))) | ((long) value << (8 * place));

                assertThat(Decimal.isDigits(word))
                        .as("0x%02x at %d", value, place)
                        .isEqualTo(value >= '0' && value <= '9');
            }
        }
    }

    @Test
    void widthAndLargestNumberOfAWidthAgree() {
        for (int digits = 1; digits <= 9; digits++) {
            assertThat(Decimal.width(Decimal.largest(digits))).isEqualTo(digits);
            assertThat(Decimal.width(Decimal.largest(digits) + 1)).isEqualTo(digits + 1);
        }
        assertThat(Decimal.width(0)).isEqualTo(1);
    }
}
