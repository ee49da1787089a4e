package io.quintet.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Segmentation means nothing: any split of the same bytes gives the same frames. */
class SegmentationTest {
    @ParameterizedTest
    @MethodSource("io.quintet.protocol.Framings#forms")
    void oneByteASegmentGivesTheSameFrames(String expression) {
        Framing framing = Framing.parse(expression);
        byte[] stream = stream(framing);

        assertThat(Reading.readByBytes(framing, stream)).isEqualTo(PlainReader.read(framing, stream));
    }

    @ParameterizedTest
    @MethodSource("io.quintet.protocol.Framings#forms")
    void everyTwoCutPointsGiveTheSameFrames(String expression) {
        Framing framing = Framing.parse(expression);
        byte[] stream = stream(framing);
        List<String> plain = PlainReader.read(framing, stream);

        assertThat(plain).hasSize(5).last().asString().startsWith("eof @");
        for (int first = 0; first <= stream.length; first++) {
            for (int second = first; second <= stream.length; second++) {
                assertThat(Reading.read(framing, stream, first, second))
                        .as("%s cut at %d and %d", framing, first, second)
                        .isEqualTo(plain);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("io.quintet.protocol.Framings#forms")
    void everyEndOfAStreamIsNamedByWhereItIs(String expression) {
        Framing framing = Framing.parse(expression);
        byte[] stream = stream(framing);

        for (int end = 0; end <= stream.length; end++) {
            byte[] cut = Arrays.copyOf(stream, end);
            List<String> plain = PlainReader.read(framing, cut);

            assertThat(Reading.read(framing, cut))
                    .as("%s ends at %d", framing, end)
                    .isEqualTo(plain);
            assertThat(Reading.readByBytes(framing, cut))
                    .as("%s ends at %d", framing, end)
                    .isEqualTo(plain);
        }
    }

    /** Four frames; with line breaks around them, one of them a telnet's, where the framing skips such. */
    private static byte[] stream(Framing framing) {
        boolean skips = framing.lineBreaks() == LineBreaks.SKIP;
        var out = new ByteArrayOutputStream();
        for (String payload : List.of("abc", "\r0", "z", "00003,")) {
            out.writeBytes(Wire.bytes(skips ? "\r\n\r\0\n" : ""));
            out.writeBytes(Framings.frame(framing, Wire.bytes(payload)));
        }
        out.writeBytes(Wire.bytes(skips ? "\r" : ""));
        return out.toByteArray();
    }
}
