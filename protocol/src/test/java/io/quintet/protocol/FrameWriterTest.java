package io.quintet.protocol;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The bytes of answers. */
class FrameWriterTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "ascii:5|00003abc",
                "ascii:1|3abc",
                "ascii:2|03abc",
                "ascii:3|003abc",
                "ascii:8|00000003abc",
                "ascii:9|000000003abc",
                "ascii:4,incl|0007abc",
                "ascii:5,pad=space|    3abc",
                "ascii:9,incl,pad=space|       12abc",
                "bin:1|\u0003abc",
                "bin:2|\u0000\u0003abc",
                "bin:3|\u0000\u0000\u0003abc",
                "bin:4|\u0000\u0000\u0000\u0003abc",
                "bin:2,le|\u0003\u0000abc",
                "bin:3,le|\u0003\u0000\u0000abc",
                "bin:4,le,incl|\u0007\u0000\u0000\u0000abc",
                "netstring|3:abc,",
                "line|abc\\r\\n",
                "line:lf|abc\\n",
                "raw|abc"
            })
    void payloadIsFramed(String framing, String frame) {
        ByteBuf out = Unpooled.buffer().writeBytes(Wire.bytes("before"));

        assertThat(Framing.parse(framing).writer().writeFrame(out, Wire.bytes("abc")))
                .isTrue();

        assertThat(Wire.text(out)).isEqualTo("before" + frame.translateEscapes());
    }

    @ParameterizedTest
    @MethodSource("io.quintet.protocol.Framings#forms")
    void everyLengthIsWrittenAsTheProtocolSays(String expression) {
        Framing framing = Framing.parse(expression);
        FrameWriter writer = framing.writer();
        var random = new Random(1);

        for (int length = 0;
                length < 2_000_000;
                length = length < 300 ? length + 1 : length * 3 - random.nextInt(length)) {
            if (length <= writer.maxPayload()) {
                byte[] payload = new byte[length];
                random.nextBytes(payload);
                byte[] frame = writer.frame(payload);
                assertThat(Arrays.equals(frame, Framings.frame(framing, payload)))
                        .as("length %d", length)
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "ascii:5,99999",
        "'ascii:5,incl',99994",
        "ascii:1,9",
        "ascii:9,999999999",
        "bin:1,255",
        "'bin:2,incl',65533",
        "bin:4,1073741824",
        "netstring,1073741824",
        "line,1073741824",
        "raw,1073741824"
    })
    void largestPayloadIsWhatTheHeaderCanSay(String framing, int most) {
        assertThat(Framing.parse(framing).writer().maxPayload()).isEqualTo(most);
    }

    @Test
    void payloadTooLongForTheHeaderLeavesNothing() {
        FrameWriter writer = Framing.DEFAULT.writer();
        ByteBuf out = Unpooled.buffer().writeBytes(Wire.bytes("00001a"));

        int start = writer.begin(out);
        out.writeZero(100_000);

        assertThat(writer.end(out, start)).isFalse();
        assertThat(Wire.text(out)).isEqualTo("00001a");
        assertThat(writer.writeFrame(out, new byte[100_000])).isFalse();
        assertThat(Wire.text(out)).isEqualTo("00001a");
        assertThat(writer.writeFrame(out, new byte[99_999])).isTrue();
        assertThat(out.toString(6, 5, US_ASCII)).isEqualTo("99999");
    }

    @Test
    void limitOnWhatIsAcceptedDoesNotLimitAnswers() {
        assertThat(Framing.parse("ascii:5,max=3").writer().frame(Wire.bytes("abcd")))
                .isEqualTo(Wire.bytes("00004abcd"));
    }

    @Test
    void emptyPayloadIsAFrame() {
        assertThat(Framing.DEFAULT.writer().frame(new byte[0])).isEqualTo(Wire.bytes("00000"));
        assertThat(Framing.parse("netstring").writer().frame(new byte[0])).isEqualTo(Wire.bytes("0:,"));
    }

    @Test
    void payloadBufferKeepsItsIndices() {
        ByteBuf payload = Wire.buffer("xabc").skipBytes(1);
        ByteBuf out = Unpooled.buffer();

        assertThat(Framing.DEFAULT.writer().writeFrame(out, payload)).isTrue();

        assertThat(Wire.text(out)).isEqualTo("00003abc");
        assertThat(payload.readableBytes()).isEqualTo(3);
    }

    @Test
    void frameOfATooLongPayloadIsRefused() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> Framing.parse("ascii:1").writer().frame(new byte[10]))
                .withMessage("payload: 10 bytes (expected: at most 9)");
    }
}
