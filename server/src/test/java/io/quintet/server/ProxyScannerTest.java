package io.quintet.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.quintet.server.ProxyScanner.Found;
import java.net.InetSocketAddress;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyScannerTest {
    private final ProxyScanner scanner = new ProxyScanner();

    private static ByteBuf buffer(String bytes) {
        return Unpooled.wrappedBuffer(RawPeer.bytes(bytes));
    }

    /** The header in any two pieces, and byte for byte: incomplete until it is whole, and nothing behind it is taken. */
    private ProxyHeader scan(String header) {
        String all = header + "00003abc";
        for (int length = 0; length < header.length(); length++) {
            ByteBuf part = buffer(all.substring(0, length));
            assertThat(scanner.next(part)).as("after %d bytes", length).isIn(Found.PERHAPS, Found.INCOMPLETE);
            assertThat(part.readerIndex()).isZero();
        }
        for (int length = header.length(); length <= all.length(); length++) {
            ByteBuf part = buffer(all.substring(0, length));
            assertThat(scanner.next(part)).isEqualTo(Found.HEADER);
            assertThat(part.readerIndex()).isEqualTo(header.length());
        }
        return scanner.header();
    }

    @ParameterizedTest
    @CsvSource({
        "TCP4 192.0.2.1 198.51.100.1 56324 443, 192.0.2.1, 56324",
        "TCP4 0.0.0.0 255.255.255.255 0 65535, 0.0.0.0, 0",
        "TCP6 2001:db8::1 2001:db8::2 65535 0, 2001:db8::1, 65535",
        "TCP6 ffff:f7f7:fff7:fff7:ff7f:fff7:fff7:fff7 ffff:f7ff:fff7:fff7:ff7f:fff7:fff7:fff7 65535 65535,"
                + " ffff:f7f7:fff7:fff7:ff7f:fff7:fff7:fff7, 65535",
        "TCP6 ::ffff:192.0.2.1 ::1 1 2, 192.0.2.1, 1"
    })
    void aLineTellsTheSource(String words, String address, int port) {
        assertThat(scan("PROXY " + words + "\r\n").source()).contains(new InetSocketAddress(address, port));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"PROXY UNKNOWN\r\n", "PROXY UNKNOWN ffff::1 ffff::2 1 2\r\n", "PROXY UNKNOWN what ever\r\n"})
    void anUnknownSourceIsNone(String line) {
        assertThat(scan(line)).isEqualTo(ProxyHeader.UNKNOWN);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PROXY \r\n",
                "PROXY  TCP4 1.1.1.1 2.2.2.2 1 2\r\n",
                "PROXY TCP5 1.1.1.1 2.2.2.2 1 2\r\n",
                "PROXY tcp4 1.1.1.1 2.2.2.2 1 2\r\n",
                "PROXY TCP4 1.1.1.1 2.2.2.2 1 2\n",
                "PROXY TCP4 1.1.1.1 2.2.2.2 1 2 \r\n",
                "PROXY TCP4 1.1.1.1 2.2.2.2 1\r\n",
                "PROXY TCP4 1.1.1.1  2.2.2.2 1 2\r\n",
                "PROXY TCP4 1.1.1.01 2.2.2.2 1 2\r\n",
                "PROXY TCP4 1.1.1.256 2.2.2.2 1 2\r\n",
                "PROXY TCP4 1.1.1 2.2.2.2 1 2\r\n",
                "PROXY TCP4 ::1 2.2.2.2 1 2\r\n",
                "PROXY TCP4 localhost 2.2.2.2 1 2\r\n",
                "PROXY TCP4 1.1.1.1 2.2.2.2 65536 2\r\n",
                "PROXY TCP4 1.1.1.1 2.2.2.2 1 -2\r\n",
                "PROXY TCP4 1.1.1.1 2.2.2.2 +1 2\r\n",
                "PROXY TCP4 1.1.1.1 2.2.2.2 01 2\r\n",
                "PROXY TCP6 1.1.1.1 ::1 1 2\r\n",
                "PROXY TCP6 ::1%lo ::1 1 2\r\n",
                "PROXY TCP6 ::ffff:010.0.0.1 ::1 1 2\r\n",
                "PROXY TCP6 [::1] ::1 1 2\r\n",
                "PROXY TCP6 ::1 ::g 1 2\r\n"
            })
    void aLineThatIsNotExactlyRightIsRefused(String line) {
        assertThatExceptionOfType(ProxyHeader.Malformed.class)
                .isThrownBy(() -> scanner.next(buffer(line)))
                .withMessageStartingWith("PROXY v1 ")
                .withMessageContaining("(expected: ");
    }

    @Test
    void aLineIsBoundedBeforeItEnds() {
        String endless = "PROXY TCP4 " + "1".repeat(200);

        assertThat(scanner.next(buffer(endless.substring(0, 106)))).isEqualTo(Found.INCOMPLETE);
        assertThatExceptionOfType(ProxyHeader.Malformed.class)
                .isThrownBy(() -> scanner.next(buffer(endless.substring(0, 107))))
                .withMessageContaining("CRLF within 107 bytes");
    }

    @Test
    void aBinaryHeaderTellsTheSource() {
        String four = "\u00c0\0\2\1" + "\u00c63d\1" + "\u00dc\4" + "\1\u00bb";
        String six = " \1\r\u00b8" + "\0".repeat(11) + "\1" + "\0".repeat(16) + "\0\1" + "\0\2";

        assertThat(scan(ProxyBytes.v2(0x21, 0x11, four)).source()).contains(new InetSocketAddress("192.0.2.1", 56324));
        assertThat(scan(ProxyBytes.v2(0x21, 0x21, six)).source()).contains(new InetSocketAddress("2001:db8::1", 1));
        assertThat(scan(ProxyBytes.v2(0x21, 0x11, four + "\4\0\u0010" + "x".repeat(16)))
                        .source())
                .contains(new InetSocketAddress("192.0.2.1", 56324));
    }

    @Test
    void localAndUnaddressedBinaryHeadersAreSkipped() {
        assertThat(scan(ProxyBytes.v2(0x20, 0x00, ""))).isEqualTo(ProxyHeader.LOCAL);
        assertThat(scan(ProxyBytes.v2(0x20, 0x11, "x".repeat(40)))).isEqualTo(ProxyHeader.LOCAL);
        assertThat(scan(ProxyBytes.v2(0x21, 0x00, "x".repeat(7)))).isEqualTo(ProxyHeader.UNKNOWN);
        assertThat(scan(ProxyBytes.v2(0x21, 0x31, "x".repeat(216)))).isEqualTo(ProxyHeader.UNKNOWN);
        assertThat(scan(ProxyBytes.v2(0x21, 0x12, "x".repeat(12)))).isEqualTo(ProxyHeader.UNKNOWN);
    }

    @ParameterizedTest
    @CsvSource({
        "0x11, 0x11, 12, command: 0x11",
        "0x22, 0x11, 12, command: 0x22",
        "0x2f, 0x11, 12, command: 0x2f",
        "0x21, 0x41, 12, family: 0x41",
        "0x21, 0x13, 12, family: 0x13",
        "0x21, 0x11, 11, length: 11",
        "0x21, 0x21, 35, length: 35",
        "0x21, 0x11, 4097, length: 4097"
    })
    void aBinaryHeaderThatIsNotRightIsRefused(String command, String family, int length, String problem) {
        String header = ProxyBytes.v2(Integer.decode(command), Integer.decode(family), "x".repeat(length));

        assertThatExceptionOfType(ProxyHeader.Malformed.class)
                .isThrownBy(() -> scanner.next(buffer(header)))
                .withMessageStartingWith("PROXY v2 " + problem);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "00003abc",
                "PR0XY ",
                "PROXY\t",
                "PING",
                "proxy ",
                "\n",
                "\r\r",
                "\r\n\r\n\0\r\nQUIT\r",
                "\r\n00003abc"
            })
    void otherBytesAreNoHeader(String bytes) {
        assertThat(scanner.next(buffer(bytes))).isEqualTo(Found.NONE);
    }

    @Test
    void noBytesWhateverBreakIt() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        String[] starts = {"", "PROXY ", "PROXY TCP4 ", "\r\n\r\n\0\r\nQUIT\n", "\r\n\r\n\0\r\nQUIT\n!\u0011"};
        for (int i = 0; i < 50_000; i++) {
            byte[] rest = new byte[random.nextInt(120)];
            random.nextBytes(rest);
            ByteBuf in = buffer(starts[random.nextInt(starts.length)] + RawPeer.text(rest));
            try {
                Found found = scanner.next(in);
                assertThat(in.readerIndex() > 0).as("seed %d", seed).isEqualTo(found == Found.HEADER);
            } catch (ProxyHeader.Malformed malformed) {
                assertThat(malformed.line()).as("seed %d", seed).isPrintable();
            }
        }
    }
}
