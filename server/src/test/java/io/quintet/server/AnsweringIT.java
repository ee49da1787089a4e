package io.quintet.server;

import static io.quintet.server.Shape.reply;
import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.config.ErrorPolicy;
import io.quintet.config.ServerSettings;
import io.quintet.config.TransportChoice;
import io.quintet.logic.Logic;
import io.quintet.logic.Reply;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a logic's results and failures look like to the peer, whatever the logic's shape. */
@OnEveryTransport
class AnsweringIT {
    private final TransportChoice transport;

    AnsweringIT(TransportChoice transport) {
        this.transport = transport;
    }

    /** Does what the request says. */
    private static Reply obey(String request) {
        return switch (request) {
            case "empty" -> reply("");
            case "none" -> Reply.none();
            case "close" -> Reply.close();
            case "last" -> reply("bye").thenClose();
            case "99999" -> reply("x".repeat(99_999));
            case "100000" -> reply("x".repeat(100_000));
            case "exception" -> throw new IllegalStateException("as asked for");
            case "linkage" -> throw new NoClassDefFoundError("not/There");
            case "assertion" -> throw new AssertionError("as asked for");
            case "overflow" -> deeper(1);
            default -> reply(request);
        };
    }

    private static Reply deeper(int depth) {
        return depth < 0 ? reply("the stack is bottomless") : deeper(depth + 1);
    }

    private static String frame(String payload) {
        return "%05d%s".formatted(payload.length(), payload);
    }

    private static String frames(String... payloads) {
        StringBuilder all = new StringBuilder();
        for (String payload : payloads) {
            all.append(frame(payload));
        }
        return all.toString();
    }

    private static UnaryOperator<ServerSettings> onLogicError(String policy) {
        return settings -> settings.withAnswering(settings.answering().withOnLogicError(ErrorPolicy.parse(policy)));
    }

    private TestServer start(Shape shape, UnaryOperator<ServerSettings> change) {
        Logic logic = shape.of(AnsweringIT::obey);
        return TestServer.start(transport, change, logic);
    }

    @ParameterizedTest
    @EnumSource
    void anEmptyAnswerAndNoneAreDifferent(Shape shape) {
        try (TestServer server = start(shape, UnaryOperator.identity());
                RawPeer peer = server.connect()) {
            peer.send(frames("a", "none", "b", "empty", "c", "none")).finish();

            peer.gets("00001a00001b0000000001c").getsEnd();

            assertThat(server.reasonFor(peer)).isEqualTo("eof");
        }
    }

    @ParameterizedTest
    @EnumSource
    void closeEndsWithTheAnswersBefore(Shape shape) {
        try (TestServer server = start(shape, UnaryOperator.identity());
                RawPeer peer = server.connect()) {
            peer.send(frames("a", "close", "b")).gets("00001a").getsEnd();

            assertThat(server.reasonFor(peer)).isEqualTo("closed-by-logic");
        }
    }

    @ParameterizedTest
    @EnumSource
    void answerAndCloseEndsWithThatAnswer(Shape shape) {
        try (TestServer server = start(shape, UnaryOperator.identity());
                RawPeer peer = server.connect()) {
            peer.send(frames("a", "last", "b")).gets("00001a00003bye").getsEnd();

            assertThat(server.reasonFor(peer)).isEqualTo("closed-by-logic");
        }
    }

    @ParameterizedTest
    @EnumSource
    void theLongestAnswerFits(Shape shape) {
        try (TestServer server = start(shape, UnaryOperator.identity());
                RawPeer peer = server.connect()) {
            peer.send(frames("a", "99999", "b")).gets("00001a").gets(RawPeer.bytes("99999" + "x".repeat(99_999)));

            peer.gets("00001b").finish().getsEnd();
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingOfAnAnswerThatIsTooLongIsSent(Shape shape) {
        try (TestServer server = start(shape, UnaryOperator.identity());
                RawPeer peer = server.connect()) {
            peer.send(frames("a", "100000", "b")).gets("00001a").getsEnd();

            assertThat(server.reasonFor(peer)).isEqualTo("answer-too-long");
        }
    }

    @ParameterizedTest
    @EnumSource
    void whateverALogicThrowsEndsOneConnectionOnly(Shape shape) {
        try (TestServer server = start(shape, UnaryOperator.identity());
                RawPeer other = server.connect()) {
            for (String failure : new String[] {"exception", "linkage", "assertion", "overflow"}) {
                try (RawPeer peer = server.connect()) {
                    peer.send(frames("a", failure, "b")).gets("00001a").getsEnd();

                    assertThat(server.reasonFor(peer)).as(failure).isEqualTo("logic-error");
                }
                other.send(frames("still")).gets("00005still");
            }
            other.finish().getsEnd();
        }
    }

    @ParameterizedTest
    @EnumSource
    void failuresAreAnsweredByATemplate(Shape shape) {
        try (TestServer server = start(shape, onLogicError("reply:ERR {reason}"));
                RawPeer peer = server.connect()) {
            peer.send(frames("a", "exception", "b", "100000", "c", "overflow")).finish();

            peer.gets(frames("a", "ERR logic-error", "b", "ERR answer-too-long", "c", "ERR logic-error"))
                    .getsEnd();
            assertThat(server.reasonFor(peer)).isEqualTo("eof");
        }
    }

    @ParameterizedTest
    @EnumSource
    void failuresAreDropped(Shape shape) {
        try (TestServer server = start(shape, onLogicError("drop"));
                RawPeer peer = server.connect()) {
            peer.send(frames("a", "exception", "b", "100000", "c", "linkage")).finish();

            peer.gets("00001a00001b00001c").getsEnd();
            assertThat(server.reasonFor(peer)).isEqualTo("eof");
        }
    }
}
