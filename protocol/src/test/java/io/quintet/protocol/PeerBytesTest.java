package io.quintet.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import org.junit.jupiter.api.Test;

/** Bytes of a peer in a log line. */
class PeerBytesTest {
    @Test
    void noByteLeavesPrintableAscii() {
        byte[] all = new byte[256];
        for (int i = 0; i < 256; i++) {
            all[i] = (byte) i;
        }

        assertThat(PeerBytes.escape(all)).matches("[ -~]+");
    }

    @Test
    void escapesCannotBeForged() {
        assertThat(PeerBytes.escape(Wire.bytes("a\r\n\t\"\\x41\u001b[31m\u0000\u00e9")))
                .isEqualTo("a\\r\\n\\t\\\"\\\\x41\\x1b[31m\\x00\\xe9");
    }

    @Test
    void longBytesAreCut() {
        assertThat(PeerBytes.escape(Wire.buffer("abcdef"), 4)).isEqualTo("abcd...");
        assertThat(PeerBytes.escape(Wire.buffer("abcd"), 4)).isEqualTo("abcd");
        assertThat(PeerBytes.hex(Wire.buffer("abcdef").skipBytes(1), 4)).isEqualTo("62636465");
        assertThat(PeerBytes.hex(Unpooled.EMPTY_BUFFER, 4)).isEmpty();
        assertThat(PeerBytes.hex(Wire.bytes("a\u00ff"))).isEqualTo("61ff");
    }

    @Test
    void longWordsAreCut() {
        assertThat(PeerBytes.quote("x".repeat(81))).isEqualTo("x".repeat(80) + "...");
    }
}
