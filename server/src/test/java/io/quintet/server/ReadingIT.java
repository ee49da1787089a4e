package io.quintet.server;

import static io.quintet.server.TestServer.builtIn;
import static io.quintet.server.TestServer.framing;
import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.config.TransportChoice;
import io.quintet.logic.InPlaceLogic;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How {@code ascii} frames are read: what is skipped, what is refused and what a length of zero does. */
@OnEveryTransport
class ReadingIT {
    private final TransportChoice transport;

    ReadingIT(TransportChoice transport) {
        this.transport = transport;
    }

    /** In the table {@code ~} stands for CR, {@code ^} for LF and {@code @} for NUL. */
    private static String unescape(String text) {
        return text.replace('~', '\r').replace('^', '\n').replace('@', '\0');
    }

    @ParameterizedTest
    @CsvSource({
        // line breaks
        "ascii:5, ~^~^^~00003abc~^, 00003cba, eof",
        "ascii:5, ~@~@00003abc~@^, 00003cba, eof",
        "ascii:5, ^@00003abc, '', bad-header",
        "ascii:5, ~@@00003abc, '', bad-header",
        "ascii:5, @00003abc, '', bad-header",
        "ascii:5, 00003abc@, 00003cba, bad-header",
        "ascii:5, 000~^03abc, '', bad-header",
        "ascii:5, 00003~^abc, 00003a^~, bad-header",
        "'ascii:5,crlf=reject', 00003abc00003def, 00003cba00003fed, eof",
        "'ascii:5,crlf=reject', 00003abc^, 00003cba, bad-header",
        "'ascii:5,crlf=reject', ~^00003abc, '', bad-header",
        // number of digits
        "ascii:1, 3abc9abcdefghi1x, 3cba9ihgfedcba1x, eof",
        "ascii:4, 0003abc0001x, 0003cba0001x, eof",
        "ascii:8, 00000003abc00000001x, 00000003cba00000001x, eof",
        "ascii:9, 000000003abc000000001x, 000000003cba000000001x, eof",
        "ascii:9, 00000000xabc, '', bad-header",
        // lengths that count themselves
        "'ascii:5,incl', 00008abc00006x, 00008cba00006x, eof",
        "'ascii:5,incl', 00008abc00004, 00008cba, bad-length",
        "'ascii:5,incl', 00000, '', bad-length",
        "'ascii:5,incl', 00005, '', zero-length",
        "'ascii:1,incl', 4abc, 4cba, eof",
        // padding, spaces or zeros on the way in
        "'ascii:5,pad=space', '    3abc00003abc   10abcdefghij', '    3cba    3cba   10jihgfedcba', eof",
        "'ascii:5,pad=space', ' 0 03abc', '', bad-header",
        "'ascii:5,pad=space', '3    abc 3   def', '    3cba    3fed', eof",
        "'ascii:5,pad=space', '     abc', '', bad-header",
        // limits
        "'ascii:5,max=3', 00003abc00004abcd, 00003cba, too-long",
        "'ascii:5,max=3', 00003abc99999, 00003cba, too-long",
        "'ascii:5,incl,max=3', 00008abc00009abcd, 00008cba, too-long",
        "ascii:9, 999999999, '', too-long",
        "ascii:9, 001048577, '', too-long",
        // zero
        "'ascii:5,zero=close', 00003abc00000, 00003cba, zero-length",
        "'ascii:5,zero=keepalive', 000000000000003abc0000000001x00000, 00003cba00001x, eof",
        "'ascii:5,zero=echo', 000000000000003abc00000, 000000000000003cba00000, eof",
        "'ascii:5,zero=deliver', 000000000000003abc00000, 000000000000003cba00000, eof",
        "'ascii:5,zero=deliver,incl', 0000500008abc, 0000500008cba, eof",
        // line breaks and dropped frames between answers made in place
        "'ascii:5,zero=keepalive', 00001a~^00000^00002bc~00000~@00003def, 00001a00002cb00003fed, eof"
    })
    void everyFramingReadsAsItSays(String framing, String sent, String expected, String reason) {
        try (TestServer server = TestServer.start(transport, framing(framing), builtIn("reverse"));
                RawPeer peer = server.connect()) {
            peer.send(unescape(sent)).finish().gets(unescape(expected)).getsEnd();

            assertThat(server.reasonFor(peer)).isEqualTo(reason);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 8, 9, 255, 256, 4096, 65_535, 65_536, 99_998, 99_999})
    void everyLengthIsAnswered(int length) {
        byte[] request = RawPeer.bytes("%05d".formatted(length) + "x".repeat(length - 1) + "y");
        byte[] answer = RawPeer.bytes("%05d".formatted(length) + "y" + "x".repeat(length - 1));
        try (TestServer server = TestServer.start(transport, builtIn("reverse"));
                RawPeer peer = server.connect()) {
            peer.send(request).gets(answer).send(request).send(request).finish();

            peer.gets(answer).gets(answer).getsEnd();
        }
    }

    @Test
    void upTo1024LineBreaksInARowAreSkipped() {
        String breaks = "\r\n".repeat(512);
        try (TestServer server = TestServer.start(transport, builtIn("reverse"));
                RawPeer peer = server.connect()) {
            peer.send(breaks + "00003abc" + breaks + "00003def").gets("00003cba00003fed");
            peer.send(breaks).send("\n").getsEnd();

            assertThat(server.reasonFor(peer)).isEqualTo("bad-header");
        }
    }

    @Test
    void tooLongIsSaidByTheHeaderAlone() {
        try (TestServer server = TestServer.start(transport, framing("ascii:5,max=10"), builtIn("reverse"));
                RawPeer peer = server.connect()) {
            peer.send("00011").getsEnd();

            assertThat(server.lines().about(peer).getFormattedMessage())
                    .contains("too-long", "length: 11 (expected: at most 10)");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ascii:5,zero=deliver", "ascii:5,zero=echo"})
    void anEmptyFrameIsCompleteWithItsHeader(String framing) {
        try (TestServer server = TestServer.start(transport, framing(framing), builtIn("reverse"));
                RawPeer peer = server.connect()) {
            peer.send("00000")
                    .gets("00000")
                    .send("00000")
                    .gets("00000")
                    .finish()
                    .getsEnd();
        }
    }

    @Test
    void atMost64EmptyFramesInARowAreEchoed() {
        try (TestServer server = TestServer.start(transport, framing("ascii:5,zero=echo"), builtIn("reverse"));
                RawPeer peer = server.connect()) {
            peer.send("00000".repeat(64) + "00001a").gets("00000".repeat(64) + "00001a");
            peer.send("00000".repeat(65)).gets("00000".repeat(64)).getsEnd();

            assertThat(server.reasonFor(peer)).isEqualTo("zero-length");
        }
    }

    @Test
    void afterTheDecisionToCloseNoFrameReachesTheLogic() {
        Queue<String> seen = new ConcurrentLinkedQueue<>();
        InPlaceLogic recorder = payload -> seen.add(payload.text());
        try (TestServer server = TestServer.start(transport, recorder);
                RawPeer peer = server.connect()) {
            peer.send("00003abcXXXXX00003def")
                    .send("00003ghi")
                    .finish()
                    .gets("00003abc")
                    .getsEnd();

            assertThat(server.reasonFor(peer)).isEqualTo("bad-header");
            assertThat(seen).containsExactly("abc");
        }
    }

    @Test
    void theLogLineShowsBytesPlaceAndDiagnosisOfABadHeader() {
        try (TestServer server = TestServer.start(transport, builtIn("reverse"));
                RawPeer peer = server.connect()) {
            peer.send("00003abc00003defGET / HTTP/1.1\r\n\r\n")
                    .gets("00003cba00003fed")
                    .getsEnd();

            assertThat(server.lines().about(peer).getFormattedMessage())
                    .startsWith("closed bad-header: connection 1 from " + peer.name() + ": header byte 0: 0x47")
                    .contains("(expected: '0'-'9')", "frame 3 at byte 16", "bytes 474554202f", "HTTP")
                    .matches("\\P{Cntrl}*");
        }
    }
}
