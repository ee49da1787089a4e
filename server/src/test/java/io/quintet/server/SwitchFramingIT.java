package io.quintet.server;

import static io.quintet.server.TestServer.framing;
import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.config.TransportChoice;
import io.quintet.logic.AsyncLogic;
import io.quintet.logic.BlockingLogic;
import io.quintet.logic.Connection;
import io.quintet.logic.InlineLogic;
import io.quintet.logic.Logic;
import io.quintet.logic.Reply;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A connection that changes its framing, and loses nothing of what was already received. */
@OnEveryTransport
class SwitchFramingIT {
    private final TransportChoice transport;

    SwitchFramingIT(TransportChoice transport) {
        this.transport = transport;
    }

    /** A request {@code =FRAMING} switches; every request is echoed. */
    private static void obey(String request, Connection connection) {
        if (request.startsWith("=")) {
            connection.switchFraming(request.substring(1));
        }
    }

    enum Switcher {
        INLINE {
            @Override
            Logic logic() {
                return (InlineLogic) (request, answer) -> {
                    obey(request.text(), request.connection());
                    answer.append(request.payload());
                };
            }
        },
        ASYNC_IN_THE_CALL {
            @Override
            Logic logic() {
                return (AsyncLogic) (request, connection) -> {
                    obey(RawPeer.text(request), connection);
                    return CompletableFuture.supplyAsync(() -> Reply.of(request));
                };
            }
        },
        ASYNC_AT_ONCE {
            @Override
            Logic logic() {
                return (AsyncLogic) (request, connection) -> {
                    obey(RawPeer.text(request), connection);
                    return CompletableFuture.completedFuture(Reply.of(request));
                };
            }
        };

        abstract Logic logic();
    }

    @ParameterizedTest
    @EnumSource
    void whatFollowsInTheSameSegmentIsReadInTheNewFraming(Switcher switcher) {
        try (TestServer server = TestServer.start(transport, framing("line"), switcher.logic());
                RawPeer peer = server.connect()) {
            peer.send("one\n=ascii:5\n00003abc00005=line00001\n\n").finish();

            peer.gets("one\r\n=ascii:5\r\n00003abc00005=line00001\r\n").getsEnd();
            assertThat(server.reasonFor(peer)).isEqualTo("eof");
        }
    }

    @ParameterizedTest
    @EnumSource
    void linesThenRawThenLines(Switcher switcher) {
        try (TestServer server = TestServer.start(transport, framing("line"), switcher.logic());
                RawPeer peer = server.connect()) {
            peer.send("a line\n=raw\nraw \r\n bytes").gets("a line\r\n=raw\r\nraw \r\n bytes");
            peer.send("more").gets("more");
            peer.send("=line").gets("=line");
            peer.send("another ").send("line\nand a last\n").finish();

            peer.gets("another line\r\nand a last\r\n").getsEnd();
        }
    }

    @Test
    void everyCutOfTheSwitchingStreamIsTheSame() {
        byte[] sent = RawPeer.bytes("one\n=ascii:5\n00003abc00010=netstring3:xyz,5:=line,two\n");
        String expected = "one\r\n=ascii:5\r\n00003abc00010=netstring3:xyz,5:=line,two\r\n";
        for (Switcher switcher : Switcher.values()) {
            try (TestServer server = TestServer.start(transport, framing("line"), switcher.logic());
                    Pacer pacer = new Pacer(server, "ab\n", "ab\r\n")) {
                for (int cut = 1; cut < sent.length; cut++) {
                    try (RawPeer peer = server.connect()) {
                        pacer.send(peer, sent, cut);
                        peer.finish().gets(expected).getsEnd();
                    }
                }
                try (RawPeer peer = server.connect()) {
                    pacer.send(peer, sent, IntStream.range(1, sent.length).toArray());
                    peer.finish().gets(expected).getsEnd();
                }
            }
        }
    }

    @Test
    void aBlockingLogicSwitchesBeforeItsPeerGoesOn() {
        BlockingLogic logic = (request, connection) -> {
            obey(RawPeer.text(request), connection);
            return Reply.of(request);
        };
        try (TestServer server = TestServer.start(transport, framing("line"), logic);
                RawPeer peer = server.connect()) {
            peer.send("=ascii:5\n")
                    .gets("=ascii:5\r\n")
                    .send("00003abc")
                    .gets("00003abc")
                    .finish()
                    .getsEnd();
        }
    }

    @Test
    void halfAFrameThatWasReceivedBelongsToTheNewFraming() {
        HeldLogic held = new HeldLogic();
        Connection[] seen = new Connection[1];
        AsyncLogic logic = new AsyncLogic() {
            @Override
            public void connected(Connection connection) {
                seen[0] = connection;
            }

            @Override
            public CompletionStage<Reply> answer(byte[] request, Connection connection) {
                return held.answer(request, connection);
            }
        };
        try (TestServer server = TestServer.start(transport, framing("line"), logic);
                RawPeer peer = server.connect()) {
            peer.send("go\n00003abc");
            held.call("go");
            seen[0].switchFraming("ascii:5");
            held.answer("go");
            held.answer("abc");

            peer.gets("go\r\n00003abc").finish().getsEnd();
        }
    }

    @Test
    void aFramingCanBeSwitchedFromTheStart() {
        InlineLogic logic = new InlineLogic() {
            @Override
            public void connected(Connection connection) {
                connection.switchFraming("netstring");
            }

            @Override
            public void answer(io.quintet.logic.Request request, io.quintet.logic.Answer answer) {
                answer.append(request.payload());
            }
        };
        try (TestServer server = TestServer.start(transport, logic);
                RawPeer peer = server.connect()) {
            peer.send("3:abc,").gets("3:abc,").finish().getsEnd();
        }
    }

    @Test
    void aFramingThatIsNoneIsTheLogicsError() {
        try (TestServer server = TestServer.start(transport, framing("line"), Switcher.INLINE.logic());
                RawPeer peer = server.connect()) {
            peer.send("one\n=nonsense\ntwo\n").gets("one\r\n").getsEnd();

            assertThat(server.reasonFor(peer)).isEqualTo("logic-error");
        }
    }
}
