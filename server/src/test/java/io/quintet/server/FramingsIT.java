package io.quintet.server;

import static io.quintet.server.TestServer.builtIn;
import static io.quintet.server.TestServer.framing;
import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.config.TransportChoice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The framings other than {@code ascii}, through the whole server. */
@OnEveryTransport
class FramingsIT {
    private final TransportChoice transport;

    FramingsIT(TransportChoice transport) {
        this.transport = transport;
    }

    /** In the tables {@code <07>} stands for the byte 0x07. */
    static String unescape(String text) {
        StringBuilder bytes = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '<') {
                bytes.append((char) Integer.parseInt(text.substring(i + 1, i + 3), 16));
                i += 3;
            } else {
                bytes.append(text.charAt(i));
            }
        }
        return bytes.toString();
    }

    @ParameterizedTest
    @CsvSource({
        "bin:1, <03>abc<01>x, <03>cba<01>x, eof",
        "bin:1, <03>abc<00>, <03>cba, zero-length",
        "bin:1, <03>abc<05>ab, <03>cba, eof-in-payload",
        "bin:2, <00><03>abc<00>, <00><03>cba, eof-in-header",
        "bin:2, <00><03><0d><0a>c, <00><03>c<0a><0d>, eof",
        "'bin:2,le', <03><00>abc<01><00>x, <03><00>cba<01><00>x, eof",
        "'bin:2,incl', <00><05>abc<00><01>, <00><05>cba, bad-length",
        "'bin:2,incl', <00><05>abc<00><02>, <00><05>cba, zero-length",
        "bin:3, <00><00><03>abc, <00><00><03>cba, eof",
        "bin:4, <00><00><00><03>abc, <00><00><00><03>cba, eof",
        "bin:4, <ff><ff><ff><ff>, '', too-long",
        "bin:4, <80><00><00><00>, '', too-long",
        "'bin:4,le,incl', <07><00><00><00>abc, <07><00><00><00>cba, eof",
        "'bin:4,le,incl', <ff><ff><ff><ff>abc, '', too-long",
        "'bin:1,max=3', <03>abc<04>, <03>cba, too-long",
        "'bin:2,zero=echo', <00><00><00><01>x<00><00>, <00><00><00><01>x<00><00>, eof",
        "'bin:2,zero=keepalive', <00><00><00><01>x<00><00><00><02>yz, <00><01>x<00><02>zy, eof",
        "'bin:2,zero=deliver', <00><00><00><01>x, <00><00><00><01>x, eof",
        "netstring, '3:abc,1:x,', '3:cba,1:x,', eof",
        "netstring, '3:abc,<0d><0a>1:x,', '3:cba,1:x,', eof",
        "netstring, '3:abcX', '', bad-header",
        "netstring, '1:x,03:abc,', '1:x,', bad-header",
        "netstring, '1:x,:abc,', '1:x,', bad-header",
        "netstring, '1:x,0:,', '1:x,', zero-length",
        "'netstring,zero=echo', '0:,1:x,0:,', '0:,1:x,0:,', eof",
        "'netstring,zero=deliver', '0:,1:x,', '0:,1:x,', eof",
        "'netstring,max=3', '3:abc,4:', '3:cba,', too-long",
        "netstring, '9999999999999:', '', too-long",
        "netstring, '1:x,3:ab', '1:x,', eof-in-payload",
        "netstring, '1:x,3', '1:x,', eof-in-header",
        "line, abc<0a>x<0d><0a>, cba<0d><0a>x<0d><0a>, eof",
        "line:lf, abc<0a>x<0d><0a>, cba<0a>x<0a>, eof",
        "line, a<0d>b<0a>, b<0d>a<0d><0a>, eof",
        "line, <0a><0d><0a>abc<0a><0a>, cba<0d><0a>, eof",
        "'line,crlf=reject', abc<0a><0a>, cba<0d><0a>, zero-length",
        "'line,zero=echo', abc<0a><0a>x<0a>, cba<0d><0a><0d><0a>x<0d><0a>, eof",
        "'line,zero=deliver', abc<0a><0d><0a>x<0a>, cba<0d><0a><0d><0a>x<0d><0a>, eof",
        "line, abc<0a>no end, cba<0d><0a>, eof-in-payload",
        "'line,max=3', abc<0a>abcd, cba<0d><0a>, too-long",
        "'line,max=3', abc<0d><0a>abcd<0a>, cba<0d><0a>, too-long"
    })
    void everyFramingReadsAndWritesAsItSays(String framing, String sent, String expected, String reason) {
        try (TestServer server = TestServer.start(transport, framing(framing), builtIn("reverse"));
                RawPeer peer = server.connect()) {
            peer.send(unescape(sent)).finish().gets(unescape(expected)).getsEnd();

            assertThat(server.reasonFor(peer)).isEqualTo(reason);
        }
    }

    @Test
    void rawAnswersEachChunkBare() {
        try (TestServer server = TestServer.start(transport, framing("raw"), builtIn("upper"));
                RawPeer peer = server.connect()) {
            peer.send("abc\r\n00003").gets("ABC\r\n00003");
            peer.send("xyz").gets("XYZ").send("last").finish().gets("LAST").getsEnd();

            assertThat(server.reasonFor(peer)).isEqualTo("eof");
        }
    }

    @Test
    void rawEchoesALongStreamWhole() {
        byte[] stream = new byte[3_000_000];
        new java.util.Random(42).nextBytes(stream);
        try (TestServer server = TestServer.start(transport, framing("raw"), builtIn("echo"));
                RawPeer peer = server.connect()) {
            Thread sender = new Thread(() -> peer.send(stream).finish());
            sender.start();

            peer.gets(stream).getsEnd();
        }
    }

    @ParameterizedTest
    @CsvSource({"bin:1, 255", "bin:2, 65535", "netstring, 1048576", "line, 1048576", "bin:3, 1048576", "bin:4, 1048576"
    })
    void theLongestPayloadIsAnswered(String framing, int length) {
        String payload = "x".repeat(length - 1) + "y";
        try (TestServer server = TestServer.start(transport, framing(framing), builtIn("reverse"));
                RawPeer peer = server.connect()) {
            peer.send(TestFrames.frame(framing, payload)).finish();

            peer.gets(RawPeer.bytes(TestFrames.frame(framing, TestFrames.reversed(payload))))
                    .getsEnd();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bin:1", "ascii:1"})
    void anAnswerLongerThanItsHeaderCanSayIsNotSent(String framing) {
        try (TestServer server = TestServer.start(
                        transport, framing(framing), builtIn("hash:sha256", "fixed:" + "x".repeat(256)));
                RawPeer peer = server.connect()) {
            peer.send(TestFrames.frame(framing, "abc")).getsEnd();

            assertThat(server.reasonFor(peer)).isEqualTo("answer-too-long");
        }
    }
}
