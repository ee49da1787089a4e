package io.quintet.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.config.TransportChoice;
import io.quintet.logic.InlineLogic;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The wire contract's table of vectors: {@code ascii:5}, logic {@code reverse}, defaults. */
@OnEveryTransport
class VectorsIT {
    private final TransportChoice transport;

    VectorsIT(TransportChoice transport) {
        this.transport = transport;
    }

    static Stream<String[]> answered() {
        return Stream.of(
                new String[] {"00003abc", "00003cba"},
                new String[] {"\r\n00003abc\n00003xyz\r", "00003cba00003zyx"},
                new String[] {"\r\00000003abc", "00003cba"},
                new String[] {"00005\r\nabc", "00005cba\n\r"},
                new String[] {"00001a00002bc00003def", "00001a00002cb00003fed"});
    }

    @ParameterizedTest
    @MethodSource("answered")
    void framesAreAnsweredAndTheConnectionEndsWithItsInput(String sent, String expected) {
        try (TestServer server = TestServer.start(transport, TestServer.builtIn("reverse"));
                RawPeer peer = server.connect()) {
            peer.send(sent).gets(expected).finish().getsEnd();

            assertThat(server.reasonFor(peer)).isEqualTo("eof");
        }
    }

    @ParameterizedTest
    @MethodSource("answered")
    void framesThatEndWithTheInputAreAnsweredAllTheSame(String sent, String expected) {
        try (TestServer server = TestServer.start(transport, TestServer.builtIn("reverse"));
                RawPeer peer = server.connect()) {
            peer.send(sent).finish().gets(expected).getsEnd();

            assertThat(server.reasonFor(peer)).isEqualTo("eof");
        }
    }

    @Test
    void bytesAreReversedNotCharacters() {
        byte[] chinese = "中文".getBytes(StandardCharsets.UTF_8);
        String reversed = new StringBuilder(RawPeer.text(chinese)).reverse().toString();
        try (TestServer server = TestServer.start(transport, TestServer.builtIn("reverse"));
                RawPeer peer = server.connect()) {
            peer.send("00006").send(chinese).gets("00006" + reversed).finish().getsEnd();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "+0003abc",
                " 0003abc",
                "0_003abc",
                "-0001a",
                "0x003abc",
                "0003 abc",
                "\t0003abc",
                "\uFF10\uFF10\uFF10\uFF10\uFF13abc",
                "\u0660\u0660\u0660\u0660\u0663abc"
            })
    void whatIsNoDigitIsABadHeader(String sent) {
        try (TestServer server = TestServer.start(transport, TestServer.builtIn("reverse"));
                RawPeer peer = server.connect()) {
            peer.send(sent.getBytes(StandardCharsets.UTF_8)).getsEnd();

            assertThat(server.reasonFor(peer)).isEqualTo("bad-header");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "00000, '', zero-length",
        "00003abc00005ab, 00003cba, eof-in-payload",
        "00003abc00, 00003cba, eof-in-header",
        "00003abcXXXXX, 00003cba, bad-header",
        "00003abc00000, 00003cba, zero-length",
        "00003abc, 00003cba, eof"
    })
    void whatCameBeforeTheEndIsAnswered(String sent, String expected, String reason) {
        try (TestServer server = TestServer.start(transport, TestServer.builtIn("reverse"));
                RawPeer peer = server.connect()) {
            peer.send(sent).finish().gets(expected).getsEnd();

            assertThat(server.reasonFor(peer)).isEqualTo(reason);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "00003abcXXXXX, 00003cba, bad-header",
        "00000, '', zero-length",
        "+, '', bad-header",
        "0x, '', bad-header"
    })
    void aBadFrameEndsAnOpenConnectionWithFinAndNoReset(String sent, String expected, String reason) {
        try (TestServer server = TestServer.start(transport, TestServer.builtIn("reverse"));
                RawPeer peer = server.connect()) {
            peer.send(sent).gets(expected).getsEnd();

            assertThat(server.reasonFor(peer)).isEqualTo(reason);
        }
    }

    @Test
    void aLogicThatThrowsEndsItsConnectionAfterTheAnswersBefore() {
        InlineLogic second = (request, answer) -> {
            if (request.text().equals("bc")) {
                throw new IllegalStateException("as asked for");
            }
            answer.append(request.payload());
        };
        try (TestServer server = TestServer.start(transport, second);
                RawPeer peer = server.connect();
                RawPeer other = server.connect()) {
            peer.send("00001a00002bc00003def").gets("00001a").getsEnd();

            assertThat(server.reasonFor(peer)).isEqualTo("logic-error");
            other.send("00003abc").gets("00003abc").finish().getsEnd();
        }
    }
}
