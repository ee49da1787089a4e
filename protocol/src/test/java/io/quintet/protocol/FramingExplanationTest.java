package io.quintet.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Framings in words. */
class FramingExplanationTest {
    @Test
    void defaultIsExplainedWithItsFrame() {
        FramingExplanation explanation = Framing.DEFAULT.explain();

        assertThat(explanation.exampleText()).isEqualTo("00003abc");
        assertThat(explanation.example())
                .containsExactly(
                        new FramingExplanation.Part(
                                "header",
                                0,
                                "3030303033",
                                "00003",
                                "the payload's length, 3, in 5 decimal digits filled with zeros"),
                        new FramingExplanation.Part("payload", 5, "616263", "abc", "3 bytes, any"));
        assertThat(explanation.sentences())
                .containsExactly(
                        "A frame is a header of fixed size that says the length, and the payload.",
                        "A payload has at most 99999 bytes; more closes the connection (too-long).",
                        "A length of zero closes the connection (zero-length).",
                        "CR and LF between frames are skipped, at most 1024 bytes in a row.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ascii:1|the payload's length, 3, in 1 decimal digit",
                "ascii:4,incl,pad=space|the length of header and payload, 7, in 4 decimal digits filled with spaces",
                "bin:1|the payload's length, 3, in 1 byte",
                "bin:4,le|the payload's length, 3, in 4 bytes, little-endian",
                "bin:2,incl|the length of header and payload, 5, in 2 bytes, big-endian",
                "netstring|the payload's length, 3, in decimal without leading zeros, and a colon"
            })
    void headerIsPutIntoWords(String framing, String meaning) {
        assertThat(Framing.parse(framing).explain().example().get(0).meaning()).isEqualTo(meaning);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "netstring|3:abc,|A frame is a length in decimal, a colon, the payload, a comma.",
                "line|abc\\r\\n|A payload ends at LF, and a CR before it is dropped; answers end in CR LF.",
                "line:lf|abc\\n|A payload ends at LF, and a CR before it is dropped; answers end in LF.",
                "raw|abc|There are no frames: what one read brings is one payload, and answers are written bare.",
                "bin:2,max=2|\\x00\\x02ab|A payload has at most 2 bytes; more closes the connection (too-long).",
                "raw,max=9|abc|A payload has at most 9 bytes; more is cut into several.",
                "line,zero=close|abc\\r\\n|An empty line is skipped.",
                "ascii:1,zero=echo|3abc|A length of zero is answered by one, at most 64 times in a row.",
                "ascii:1,zero=keepalive|3abc|A length of zero is swallowed and counts as activity.",
                "ascii:1,zero=deliver|3abc|A length of zero reaches the logic as an empty payload.",
                "ascii:1,crlf=reject|3abc|CR and LF between frames are bytes as any other."
            })
    void framingIsPutIntoSentences(String framing, String example, String sentence) {
        FramingExplanation explanation = Framing.parse(framing).explain();

        assertThat(explanation.exampleText()).isEqualTo(example);
        assertThat(explanation.sentences()).contains(sentence);
    }

    @ParameterizedTest
    @MethodSource("io.quintet.protocol.Framings#forms")
    void partsFollowOneAnotherWithoutAGap(String framing) {
        int end = 0;
        for (FramingExplanation.Part part : Framing.parse(framing).explain().example()) {
            assertThat(part.offset()).isEqualTo(end);
            end += part.hex().length() / 2;
        }
        assertThat(end).isGreaterThanOrEqualTo(4);
    }
}
