package io.quintet.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ByteSizesTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "65536, 65536",
        "65536B, 65536",
        "256KiB, 262144",
        "256 kib, 262144",
        "1MiB, 1048576",
        "1GiB, 1073741824",
        "1kB, 1000",
        "2MB, 2000000"
    })
    void aNumberAndItsUnitIsASize(String text, int bytes) {
        assertThat(ByteSizes.parse(text)).isEqualTo(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "KiB", "-1", "1.5MiB", "1TiB", "99999999999", "1k i b"})
    void anythingElseIsNone(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ByteSizes.parse(text))
                .withMessage(ByteSizes.EXPECTED);
    }

    @Test
    void twoGibibytesAreTooMany() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ByteSizes.parse("2GiB"))
                .withMessage("a size below 2GiB");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1", "1000", "64KiB", "1025KiB", "3MiB", "1024MiB"})
    void whatIsWrittenReadsBack(String text) {
        assertThat(ByteSizes.format(ByteSizes.parse(text))).isEqualTo(text);
    }
}
