package io.quintet.protocol;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.quintet.testing.PlainFuzzing;
import org.junit.jupiter.api.Test;

/** The notation: whatever is written, it is a framing that says itself again, or a refusal in one printable line. */
class FramingFuzzTest {
    @FuzzTest(maxDuration = "")
    void text(byte[] input) {
        check(new String(input, UTF_8));
    }

    @Test
    void textIsAFramingOrRefused() {
        PlainFuzzing.run(FramingFuzzTest.class, "text", this::text);
    }

    private static void check(String expression) {
        Framing framing;
        try {
            framing = Framing.parse(expression);
        } catch (FramingException refused) {
            assertThat(refused.getMessage()).startsWith("framing: ").contains(" (expected: ");
            assertThat(refused.getMessage().chars()).noneMatch(Character::isISOControl);
            assertThat(expression.startsWith(refused.word(), refused.position()))
                    .as("where %s is wrong", expression)
                    .isTrue();
            return;
        }
        assertThat(Framing.parse(framing.toString())).isEqualTo(framing);
        assertThat(framing.maxPayload()).isBetween(1, framing.header().largestPayload());
    }
}
