package io.quintet.server;

import static io.quintet.server.Shape.reply;
import static io.quintet.server.TestServer.builtIn;
import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.config.TransportChoice;
import io.quintet.logic.InPlaceLogic;
import io.quintet.logic.Logic;
import io.quintet.logic.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Several logics one after the other, of every shape in every place. */
@OnEveryTransport
class ChainIT {
    private static final InPlaceLogic NEXT_LETTER = payload -> {
        for (int i = 0; i < payload.length(); i++) {
            payload.setByte(i, (byte) (payload.byteAt(i) + 1));
        }
    };

    private final TransportChoice transport;

    ChainIT(TransportChoice transport) {
        this.transport = transport;
    }

    /** All triples of shapes, null standing for in place. */
    static Stream<List<Shape>> triples() {
        List<Shape> shapes = new ArrayList<>(List.of(Shape.values()));
        shapes.remove(Shape.ASYNC_AT_ONCE);
        shapes.add(null);
        return shapes.stream()
                .flatMap(a -> shapes.stream().flatMap(b -> shapes.stream().map(c -> triple(a, b, c))));
    }

    private static List<Shape> triple(Shape first, Shape second, Shape third) {
        List<Shape> triple = new ArrayList<>();
        triple.add(first);
        triple.add(second);
        triple.add(third);
        return triple;
    }

    private static Logic logic(Shape shape, String suffix) {
        return shape == null ? NEXT_LETTER : shape.of(request -> reply(request + suffix));
    }

    @ParameterizedTest
    @MethodSource("triples")
    void eachLogicGetsWhatTheOneBeforeAnswered(List<Shape> shapes) {
        StringBuilder expected = new StringBuilder("abc");
        for (int i = 0; i < 3; i++) {
            if (shapes.get(i) == null) {
                expected =
                        expected.chars().collect(StringBuilder::new, (s, c) -> s.append((char) (c + 1)), (s, t) -> {});
            } else {
                expected.append((char) ('1' + i));
            }
        }
        String answer = "%05d%s".formatted(expected.length(), expected);
        Logic[] chain = {logic(shapes.get(0), "1"), logic(shapes.get(1), "2"), logic(shapes.get(2), "3")};
        try (TestServer server = TestServer.start(transport, chain);
                RawPeer peer = server.connect()) {
            peer.send("00003abc".repeat(3)).finish().gets(answer.repeat(3)).getsEnd();
        }
    }

    @Test
    void builtInLogicsChain() {
        try (TestServer server = TestServer.start(transport, builtIn("upper", "reverse", "length"));
                RawPeer peer = server.connect()) {
            peer.send("00003abc").gets("000013").finish().getsEnd();
        }
        try (TestServer server = TestServer.start(transport, builtIn("upper", "reverse"));
                RawPeer peer = server.connect()) {
            peer.send("00003abc").gets("00003CBA").finish().getsEnd();
        }
    }

    @ParameterizedTest
    @MethodSource("triples")
    void noAnswerInTheMiddleIsNoAnswerAtTheEnd(List<Shape> shapes) {
        Shape middle = shapes.get(1) == null ? Shape.ASYNC_AT_ONCE : shapes.get(1);
        Logic drops = middle.of(request -> request.startsWith("n") ? Reply.none() : reply(request));
        Logic[] chain = {Shape.INLINE.of(Shape::reply), drops, logic(shapes.get(2), "!")};
        String answer = shapes.get(2) == null ? "00001b" : "00002a!";
        try (TestServer server = TestServer.start(transport, chain);
                RawPeer peer = server.connect()) {
            peer.send("00001a00001n00001a").finish().gets(answer + answer).getsEnd();
        }
    }

    @ParameterizedTest
    @MethodSource("triples")
    void closingInTheMiddleLetsTheRestOfTheChainAnswer(List<Shape> shapes) {
        Shape middle = shapes.get(1) == null ? Shape.ASYNC_AT_ONCE : shapes.get(1);
        Logic last = middle.of(request -> reply(request).thenClose());
        Logic[] chain = {Shape.INLINE.of(Shape::reply), last, logic(shapes.get(2), "!")};
        String answer = shapes.get(2) == null ? "00001b" : "00002a!";
        try (TestServer server = TestServer.start(transport, chain);
                RawPeer peer = server.connect()) {
            peer.send("00001a00001a").gets(answer).getsEnd();

            assertThat(server.reasonFor(peer)).isEqualTo("closed-by-logic");
        }
    }
}
