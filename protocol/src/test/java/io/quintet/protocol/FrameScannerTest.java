package io.quintet.protocol;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.junit.jupiter.api.Test;

/** What the scanner finds in bytes that arrived at once. */
class FrameScannerTest {
    @Test
    void frameIsFoundWithItsIndices() {
        ByteBuf in = bytes("00003abc00002de");
        FrameScanner scanner = Framing.DEFAULT.newScanner();

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
    void letterInTheHeaderIsMalformedAtItsPosition() {
        ByteBuf in = bytes("00003abc00x03abc");
        FrameScanner scanner = Framing.DEFAULT.newScanner();
        scanner.next(in);

        assertThat(scanner.next(in)).isEqualTo(Found.MALFORMED);

        assertThat(scanner.error().detail()).isEqualTo("header byte 2: 0x78 (expected: '0'-'9')");
        assertThat(scanner.error().reason()).isEqualTo(CloseReason.BAD_HEADER);
        assertThat(scanner.error().describe())
                .isEqualTo("header byte 2: 0x78 (expected: '0'-'9'); frame 2 at byte 8, bytes 3030783033616263");
    }

    private static ByteBuf bytes(String text) {
        return Unpooled.copiedBuffer(text, ISO_8859_1);
    }
}
