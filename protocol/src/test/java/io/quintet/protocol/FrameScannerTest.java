package io.quintet.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the scanner tells about what it found; {@link SegmentationTest} has the bytes arrive in every way. */
class FrameScannerTest {
    private final FrameScanner scanner = Framing.DEFAULT.newScanner();

    @Test
    void frameIsFoundWithItsIndices() {
        ByteBuf in = Wire.buffer("00003abc00002de");

        assertThat(scanner.next(in)).isEqualTo(Found.FRAME);
        assertThat(scanner.next(in)).isEqualTo(Found.FRAME);

        assertThat(scanner.frameStart()).isEqualTo(8);
        assertThat(scanner.payloadStart()).isEqualTo(13);
        assertThat(scanner.payloadLength()).isEqualTo(2);
        assertThat(scanner.frameEnd()).isEqualTo(15);
        assertThat(scanner.offset()).isEqualTo(8);
        assertThat(scanner.frames()).isEqualTo(2);
        assertThat(scanner.next(in)).isEqualTo(Found.INCOMPLETE);
        assertThat(scanner.midFrame()).isFalse();
        assertThat(scanner.endOfInput(in).reason()).isEqualTo(CloseReason.EOF);
    }

    @Test
    void indicesOfANetstringHaveItsCommaInside() {
        FrameScanner netstrings = Framing.parse("netstring").newScanner();

        assertThat(netstrings.next(Wire.buffer("12:abcdefghijkl,"))).isEqualTo(Found.FRAME);

        assertThat(netstrings.frameStart()).isZero();
        assertThat(netstrings.payloadStart()).isEqualTo(3);
        assertThat(netstrings.frameEnd()).isEqualTo(16);
    }

    @Test
    void indicesOfALineHaveItsEndInside() {
        FrameScanner lines = Framing.parse("line").newScanner();

        assertThat(lines.next(Wire.buffer("\nab\r\n"))).isEqualTo(Found.FRAME);

        assertThat(lines.frameStart()).isEqualTo(1);
        assertThat(lines.payloadStart()).isEqualTo(1);
        assertThat(lines.payloadLength()).isEqualTo(2);
        assertThat(lines.frameEnd()).isEqualTo(5);
    }

    @Test
    void rawTakesWhatThereIsInPiecesOfTheLimit() {
        FrameScanner raw = Framing.parse("raw,max=4").newScanner();
        ByteBuf in = Wire.buffer("abcdef");

        assertThat(raw.next(in)).isEqualTo(Found.FRAME);
        assertThat(raw.payloadLength()).isEqualTo(4);
        assertThat(raw.next(in)).isEqualTo(Found.FRAME);
        assertThat(raw.payloadLength()).isEqualTo(2);
        assertThat(raw.next(in)).isEqualTo(Found.INCOMPLETE);
        assertThat(raw.endOfInput(in).reason()).isEqualTo(CloseReason.EOF);
    }

    @ParameterizedTest
    @CsvSource({"'',5", "0,4", "0000,1", "00003,3", "00003ab,1", "99999ab,99997"})
    void missingBytesAreCounted(String start, int missing) {
        ByteBuf in = Wire.buffer(start);

        assertThat(scanner.next(in)).isEqualTo(Found.INCOMPLETE);

        assertThat(scanner.missing()).isEqualTo(missing);
        assertThat(scanner.midFrame()).isEqualTo(!start.isEmpty());
        assertThat(in.readerIndex()).isZero();
    }

    @Test
    void emptyFrameIsCompleteWithItsHeader() {
        FrameScanner delivering = Framing.parse("ascii:5,zero=deliver").newScanner();

        assertThat(delivering.next(Wire.buffer("00000"))).isEqualTo(Found.FRAME);

        assertThat(delivering.payloadLength()).isZero();
        assertThat(delivering.frameEnd()).isEqualTo(5);
    }

    @Test
    void nothingIsReadAfterAnError() {
        ByteBuf in = Wire.buffer("00003abcX00003abc");
        scanner.next(in);

        assertThat(scanner.next(in)).isEqualTo(Found.MALFORMED);
        in.skipBytes(1);

        assertThat(scanner.next(in)).isEqualTo(Found.MALFORMED);
        assertThat(in.readerIndex()).isEqualTo(9);
        assertThat(scanner.endOfInput(in)).isSameAs(scanner.error());
    }

    @Test
    void sixtyFourZeroLengthsInARowAreEchoedAndOneMoreIsNot() {
        FrameScanner echoing = Framing.parse("ascii:5,zero=echo").newScanner();
        ByteBuf in = Wire.buffer("00000".repeat(64) + "00001a" + "00000\r\n".repeat(65));

        for (int i = 0; i < 64; i++) {
            assertThat(echoing.next(in)).isEqualTo(Found.ECHO);
        }
        assertThat(echoing.next(in)).isEqualTo(Found.FRAME);
        for (int i = 0; i < 64; i++) {
            assertThat(echoing.next(in)).isEqualTo(Found.ECHO);
        }
        assertThat(echoing.next(in)).isEqualTo(Found.MALFORMED);
        assertThat(echoing.error().reason()).isEqualTo(CloseReason.ZERO_LENGTH);
        assertThat(echoing.error().detail()).isEqualTo("length: 0 (expected: at most 64 of them in a row)");
    }

    @Test
    void keepalivesMayBeAnyNumber() {
        FrameScanner swallowing = Framing.parse("ascii:5,zero=keepalive").newScanner();
        ByteBuf in = Wire.buffer("00000".repeat(200));

        for (int i = 0; i < 200; i++) {
            assertThat(swallowing.next(in)).isEqualTo(Found.KEEPALIVE);
        }
        assertThat(swallowing.next(in)).isEqualTo(Found.INCOMPLETE);
    }

    @Test
    void thousandTwentyFourLineBreaksAreSkippedAndOneMoreIsNot() {
        String run = "\r\n".repeat(511) + "\r\0";

        assertThat(scanner.next(Wire.buffer(run + "00001a" + run + "00001a"))).isEqualTo(Found.FRAME);

        ByteBuf in = Wire.buffer(run + "\n00001a");
        FrameScanner another = Framing.DEFAULT.newScanner();
        assertThat(another.next(in)).isEqualTo(Found.MALFORMED);
        assertThat(another.error().reason()).isEqualTo(CloseReason.BAD_HEADER);
        assertThat(another.error().offset()).isEqualTo(1024);
        assertThat(another.error().detail())
                .isEqualTo("line breaks in a row: more than 1024 bytes (expected: a header)");
    }

    @Test
    void runOfLineBreaksIsCountedOverSegments() {
        for (int i = 0; i < 1024; i++) {
            assertThat(scanner.next(Wire.buffer(i % 2 == 0 ? "\r" : "\n"))).isEqualTo(Found.INCOMPLETE);
        }

        assertThat(scanner.next(Wire.buffer("\r"))).isEqualTo(Found.MALFORMED);
    }

    @Test
    void nulIsSkippedRightAfterCarriageReturnAlone() {
        assertThat(scanner.next(Wire.buffer("\r"))).isEqualTo(Found.INCOMPLETE);
        assertThat(scanner.next(Wire.buffer("\00000"))).isEqualTo(Found.INCOMPLETE);
        assertThat(scanner.next(Wire.buffer("00001a\n\0"))).isEqualTo(Found.FRAME);
        assertThat(Framing.DEFAULT.newScanner().next(Wire.buffer("\n\0"))).isEqualTo(Found.MALFORMED);
        assertThat(Framing.DEFAULT.newScanner().next(Wire.buffer("\0"))).isEqualTo(Found.MALFORMED);
    }

    @Test
    void anotherFramingGoesOnCounting() {
        ByteBuf in = Wire.buffer("00003abcline\n");
        scanner.next(in);
        FrameScanner lines = scanner.continueWith(Framing.parse("line"));

        assertThat(lines.next(in)).isEqualTo(Found.FRAME);

        assertThat(lines.offset()).isEqualTo(8);
        assertThat(lines.frames()).isEqualTo(2);
    }

    @Test
    void readOnlyAndDirectBuffersAreReadAlike() {
        ByteBuf direct = Unpooled.directBuffer().writeBytes(Wire.bytes("00003abc"));
        try {
            assertThat(scanner.next(direct)).isEqualTo(Found.FRAME);
            assertThat(scanner.next(Wire.buffer("00003abc").asReadOnly())).isEqualTo(Found.FRAME);
        } finally {
            direct.release();
        }
    }
}
