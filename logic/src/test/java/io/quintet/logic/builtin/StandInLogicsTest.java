package io.quintet.logic.builtin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.quintet.logic.LogicException;
import io.quintet.logic.testing.LogicTester;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The logics that stand in for a real host. */
final class StandInLogicsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hash | ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                "hash:sha256 | ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
                "hash:SHA-1 | a9993e364706816aba3e25717850c26c9cd0d89d",
                "hash:md5,form=base64 | kAFQmDzST7DWlj99KOF/cg==",
                "hash:sha3-256 | 3a985da74fe225b2045c172d6bd390bd855f086e3e9d525b46bfe24511431532",
                "fixed:pong | pong",
                "fixed: | ''",
                "fixed:706f6e67,hex | pong",
            })
    void answers(String expression, String answer) {
        assertThat(LogicTester.of(expression).answer("abc")).isEqualTo(answer);
    }

    @Test
    void aDigestCanBeHadInBinary() {
        assertThat(LogicTester.of("hash:form=binary").answer(new byte[0])).hasSize(32);
    }

    @Test
    void fixedSpeaksOtherCharsets() {
        assertThat(LogicTester.of("fixed:中,charset=GBK").answer(new byte[0]))
                .isEqualTo(new byte[] {(byte) 0xd6, (byte) 0xd0});
    }

    @Test
    void randomHasTheSizeAskedForAndDiffers() {
        LogicTester tester = LogicTester.of("random:1KiB");

        byte[] one = tester.answer(new byte[0]);

        assertThat(one).hasSize(1024).isNotEqualTo(tester.answer(new byte[0]));
        assertThat(LogicTester.of("random:5..7,text").answer("")).matches("[0-9A-Za-z]{5,7}");
    }

    @Test
    void failFailsAtItsRate() {
        LogicTester always = LogicTester.of("fail");
        LogicTester half = LogicTester.of("fail:50%");

        assertThatIllegalStateException().isThrownBy(() -> always.answer("abc")).withMessage("failed on purpose");
        assertThat(LogicTester.of("fail:0").answer("abc")).isEqualTo("abc");
        assertThat(failures(half, 1000)).isBetween(300, 700);
    }

    private static int failures(LogicTester tester, int requests) {
        int failed = 0;
        for (int i = 0; i < requests; i++) {
            try {
                tester.answer("abc".getBytes(UTF_8));
            } catch (IllegalStateException e) {
                failed++;
            }
        }
        return failed;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hash:crc | logic.hash.algorithm: crc (expected: a digest of this Java such as sha256, sha512, sha3-256 or md5)",
                "fixed | logic.fixed.text: missing (expected: a text)",
                "fixed:7,hex | logic.fixed.text: 7 (expected: an even number of hexadecimal digits)",
                "fixed:中,charset=US-ASCII | logic.fixed.text: 中 (expected: a text that US-ASCII can say)",
                "fixed:a,charset=klingon | logic.fixed.charset: klingon (expected: a charset such as UTF-8, GBK or Shift_JIS)",
                "random:17MiB | logic.random.size: 17MiB (expected: a size of up to 16777216 bytes such as 512 or 64KiB "
                        + "or a range such as 1KiB..4KiB)",
                "fail:2 | logic.fail.rate: 2 (expected: a rate such as 0.1 or 10%)",
                "greet | logic.greet.text: missing (expected: a text)",
                "greet:hi,leave | logic.greet.then: leave (expected: stay or close)",
            })
    void wrongArgumentsAreRefusedInOneLine(String expression, String message) {
        assertThatExceptionOfType(LogicException.class)
                .isThrownBy(() -> LogicTester.of(expression))
                .withMessage(message);
    }
}
