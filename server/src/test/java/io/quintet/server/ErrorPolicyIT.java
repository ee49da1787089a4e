package io.quintet.server;

import static io.quintet.server.TestServer.builtIn;
import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.config.ErrorPolicy;
import io.quintet.config.ServerSettings;
import io.quintet.config.TransportChoice;
import io.quintet.logic.AsyncLogic;
import io.quintet.logic.BlockingLogic;
import io.quintet.logic.InPlaceLogic;
import io.quintet.logic.InlineLogic;
import io.quintet.logic.Logic;
import io.quintet.logic.Reply;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What precedes the close after a bad frame, what telnet mode says, and logics that fail in unusual ways. */
@OnEveryTransport
class ErrorPolicyIT {
    private static final InPlaceLogic FAILS_ON_X = payload -> {
        byte first = payload.byteAt(0);
        payload.setByte(0, (byte) '?');
        if (first == 'x') {
            throw new IllegalArgumentException("x");
        }
        payload.setByte(0, first);
    };

    private final TransportChoice transport;

    ErrorPolicyIT(TransportChoice transport) {
        this.transport = transport;
    }

    private static UnaryOperator<ServerSettings> onBadFrame(String policy) {
        return settings -> settings.withAnswering(settings.answering().withOnBadFrame(ErrorPolicy.parse(policy)));
    }

    private static UnaryOperator<ServerSettings> onLogicError(String policy) {
        return settings -> settings.withAnswering(settings.answering().withOnLogicError(ErrorPolicy.parse(policy)));
    }

    private static ServerSettings telnet(ServerSettings settings) {
        return settings.withAnswering(settings.answering().withTelnet(true));
    }

    @ParameterizedTest
    @CsvSource({
        "00003abcXXXXX, 00003cba00014ERR bad-header, bad-header",
        "00003abc00000, 00003cba00015ERR zero-length, zero-length"
    })
    void aBadFrameIsAnsweredByOneLastFrame(String sent, String expected, String reason) {
        try (TestServer server = TestServer.start(transport, onBadFrame("reply:ERR {reason}"), builtIn("reverse"));
                RawPeer peer = server.connect()) {
            peer.send(sent).gets(expected).getsEnd();

            assertThat(server.reasonFor(peer)).isEqualTo(reason);
        }
    }

    @Test
    void theEndOfInputIsNoBadFrame() {
        try (TestServer server = TestServer.start(transport, onBadFrame("reply:ERR {reason}"), builtIn("reverse"));
                RawPeer peer = server.connect()) {
            peer.send("00003abc00005ab").finish().gets("00003cba").getsEnd();

            assertThat(server.reasonFor(peer)).isEqualTo("eof-in-payload");
        }
    }

    @Test
    void inTelnetModeEachAnswerStandsOnItsOwnLine() {
        try (TestServer server = TestServer.start(transport, ErrorPolicyIT::telnet, builtIn("reverse"));
                RawPeer peer = server.connect()) {
            peer.send("00003abc\r\n00002xy\r\0").gets("00003cba\r\n00002yx\r\n");
            peer.send("hello\r\n");

            assertThat(peer.untilEnd())
                    .matches("\\d{5}ERR bad-header: header byte 0: 0x68 \\(expected: '0'-'9'\\)\r\n");
            assertThat(server.reasonFor(peer)).isEqualTo("bad-header");
        }
    }

    @Test
    void inTelnetModeAFailureIsAnsweredInWords() {
        try (TestServer server = TestServer.start(transport, ErrorPolicyIT::telnet, FAILS_ON_X);
                RawPeer peer = server.connect()) {
            peer.send("00001a00001x00001b").finish();

            assertThat(peer.untilEnd()).matches("00001a\r\n\\d{5}ERR logic-error: [^\r\n]*x\r\n00001b\r\n");
        }
    }

    @Test
    void inPlaceLogicsFollowEveryPolicy() {
        String sent = "00001a00001x00001b";
        try (TestServer server = TestServer.start(transport, FAILS_ON_X);
                RawPeer peer = server.connect()) {
            peer.send(sent).gets("00001a").getsEnd();
            assertThat(server.reasonFor(peer)).isEqualTo("logic-error");
        }
        try (TestServer server = TestServer.start(transport, onLogicError("drop"), FAILS_ON_X);
                RawPeer peer = server.connect()) {
            peer.send(sent).finish().gets("00001a00001b").getsEnd();
        }
        try (TestServer server = TestServer.start(transport, onLogicError("reply:{reason}!"), FAILS_ON_X);
                RawPeer peer = server.connect()) {
            peer.send(sent).finish().gets("00001a00012logic-error!00001b").getsEnd();
        }
    }

    static Stream<Logic> answeringNull() {
        AsyncLogic noStage = (request, connection) -> null;
        AsyncLogic nullAtOnce = (request, connection) -> CompletableFuture.completedFuture(null);
        AsyncLogic nullLater = (request, connection) -> CompletableFuture.supplyAsync(() -> null);
        AsyncLogic cancelled = (request, connection) -> {
            CompletableFuture<Reply> stage = new CompletableFuture<>();
            stage.cancel(false);
            return stage;
        };
        BlockingLogic nothing = (request, connection) -> null;
        return Stream.of(noStage, nullAtOnce, nullLater, cancelled, nothing);
    }

    @ParameterizedTest
    @MethodSource("answeringNull")
    void aLogicWithoutAResultHasFailed(Logic logic) {
        try (TestServer server = TestServer.start(transport, logic);
                RawPeer peer = server.connect()) {
            peer.send("00003abc").getsEnd();

            assertThat(server.reasonFor(peer)).isEqualTo("logic-error");
        }
    }

    @Test
    void aFailuresMessageReachesTheLogWithoutControlCharacters() {
        InlineLogic quoting = (request, answer) -> {
            throw new IllegalArgumentException("not a number: " + request.text());
        };
        try (TestServer server = TestServer.start(transport, quoting);
                RawPeer peer = server.connect()) {
            peer.send("00008\r\nx\u001b[31m").getsEnd();

            assertThat(server.lines().about(peer).getFormattedMessage())
                    .startsWith("closed logic-error: ")
                    .contains("not a number: ")
                    .matches("\\P{Cntrl}*");
        }
    }
}
