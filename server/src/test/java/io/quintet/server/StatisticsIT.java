package io.quintet.server;

import static io.quintet.server.TestServer.await;
import static io.quintet.server.TestServer.builtIn;
import static io.quintet.server.TestServer.framing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quintet.config.ErrorPolicy;
import io.quintet.config.ServerSettings;
import io.quintet.config.TransportChoice;
import io.quintet.logic.Answer;
import io.quintet.logic.Connection;
import io.quintet.logic.InlineLogic;
import io.quintet.logic.Reply;
import io.quintet.logic.Request;
import io.quintet.protocol.CloseReason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a server says of itself is exact. That nothing is counted twice or not at all, {@link TestServer} looks at each time. */
@OnEveryTransport
class StatisticsIT {
    private static final int PEERS = 4;
    private static final int ROUNDS = 200;

    private final TransportChoice transport;

    StatisticsIT(TransportChoice transport) {
        this.transport = transport;
    }

    private static UnaryOperator<ServerSettings> maxInFlight(int requests) {
        return settings -> settings.withLimits(settings.limits().withMaxInFlight(requests));
    }

    private static UnaryOperator<ServerSettings> onLogicError(String policy) {
        return settings -> settings.withAnswering(settings.answering().withOnLogicError(ErrorPolicy.parse(policy)));
    }

    /** Two event loops, so that there is something to add up. */
    private TestServer start(SegmentationIT.Way way) {
        return TestServer.start(
                transport,
                settings -> settings.withEventLoops(settings.eventLoops().withThreads(2)),
                way.reverse());
    }

    @ParameterizedTest
    @EnumSource
    void everyRequestAndByteIsCountedOnce(SegmentationIT.Way way) {
        byte[] sent = RawPeer.bytes("00003abc\r\n00010abcdefghij00001x000");
        byte[] rest = RawPeer.bytes("02yz");
        String answers = "00003cba00010jihgfedcba00001x00002zy";
        List<RawPeer> peers = new ArrayList<>();
        try (TestServer server = start(way)) {
            for (int i = 0; i < PEERS; i++) {
                peers.add(server.connect());
            }
            for (int round = 0; round < ROUNDS; round++) {
                peers.forEach(peer -> peer.send(sent).send(rest).gets(answers));
            }

            RequestStatistics requests = server.server().statistics().requests();
            assertThat(requests.received()).isEqualTo(4 * PEERS * ROUNDS);
            assertThat(requests.receivedBytes()).isEqualTo((long) PEERS * ROUNDS * (sent.length + rest.length));
            await().until(() -> server.server().statistics().requests().answered() == requests.received());
            assertThat(server.server().statistics().requests().sentBytes())
                    .isEqualTo((long) PEERS * ROUNDS * answers.length());
            assertThat(server.server().statistics().connections().open()).isEqualTo(PEERS);
        } finally {
            peers.forEach(RawPeer::close);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "00003abc, true, eof",
        "00003abc000, true, eof-in-header",
        "00003abc00005ab, true, eof-in-payload",
        "00003abcXXXXX, false, bad-header",
        "00003abc00000, false, zero-length"
    })
    void everyEndIsCountedByItsReason(String sent, boolean finishes, String reason) {
        CloseReason expected = CloseReason.of(reason).orElseThrow();
        try (TestServer server = TestServer.start(transport, builtIn("reverse"));
                RawPeer peer = server.connect()) {
            peer.send(sent);
            if (finishes) {
                peer.finish();
            }
            peer.gets("00003cba").getsEnd().close();
            await().until(() -> server.server().statistics().connections().open() == 0);
            await().until(() ->
                    closed(server).values().stream().mapToLong(it -> it).sum() == 1);

            assertThat(closed(server)).hasSize(CloseReason.values().length).containsEntry(expected, 1L);
        }
    }

    private static Map<CloseReason, Long> closed(TestServer server) {
        return server.server().statistics().connections().closed();
    }

    @Test
    void whoIsRefusedIsCounted() {
        try (TestServer server = TestServer.start(
                        transport,
                        settings -> settings.withLimits(settings.limits().withMaxConnections(1)),
                        builtIn("reverse"));
                RawPeer first = server.connect();
                RawPeer second = server.connect()) {
            first.send("00003abc").gets("00003cba");
            await().until(() -> closed(server).get(CloseReason.REFUSED_MAX_CONNECTIONS) == 1);

            ConnectionStatistics connections = server.server().statistics().connections();
            assertThat(connections.accepted()).isEqualTo(2);
            assertThat(connections.open()).isEqualTo(1);
            second.socket();
        }
    }

    @ParameterizedTest
    @CsvSource({"INLINE, reply:no, 3, 1", "INLINE, drop, 2, 2", "ASYNC_LATER, reply:no, 3, 1", "ASYNC_LATER, drop, 2, 2"
    })
    void requestsWithoutAnAnswerAndFailuresAreCounted(Shape shape, String policy, long answered, long unanswered) {
        try (TestServer server = TestServer.start(transport, onLogicError(policy), shape.of(text -> switch (text) {
                    case "silence" -> Reply.none();
                    case "failure" -> throw new IllegalStateException("as asked for");
                    default -> Shape.reply(text);
                }));
                RawPeer peer = server.connect()) {
            peer.send("00003one00007silence00007failure00003two").finish().untilEnd();

            RequestStatistics requests = server.server().statistics().requests();
            assertThat(requests.received()).isEqualTo(4);
            assertThat(requests.answered()).isEqualTo(answered);
            assertThat(requests.unanswered()).isEqualTo(unanswered);
            assertThat(requests.failures()).containsEntry(CloseReason.LOGIC_ERROR, 1L);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"close", "drop", "reply:no"})
    void aLogicThatFailsWithoutARequestLeavesNoneUnanswered(String policy) {
        InlineLogic logic = new InlineLogic() {
            private boolean failed;

            @Override
            public void connected(Connection connection) {
                if (!failed) {
                    failed = true;
                    throw new IllegalStateException("as asked for");
                }
            }

            @Override
            public void answer(Request request, Answer answer) {
                answer.append(request.payload().toBytes());
            }
        };
        try (TestServer server = TestServer.start(transport, onLogicError(policy), logic)) {
            for (int i = 0; i < 2; i++) {
                try (RawPeer peer = server.connect()) {
                    peer.send("00003one").finish().untilEnd();
                }
            }

            RequestStatistics requests = server.server().statistics().requests();
            assertThat(requests.failures()).containsEntry(CloseReason.LOGIC_ERROR, 1L);
            assertThat(requests.answered()).isEqualTo(requests.received()).isPositive();
            assertThat(requests.unanswered()).isZero();
        }
    }

    @Test
    void aKeepaliveIsNoRequestAndAnEchoIsOne() {
        try (TestServer server = TestServer.start(transport, framing("ascii:5,zero=keepalive"), builtIn("reverse"));
                RawPeer peer = server.connect()) {
            peer.send("0000000003abc00000").finish().gets("00003cba").getsEnd();

            assertThat(server.server().statistics().requests().received()).isEqualTo(1);
        }
        try (TestServer server = TestServer.start(transport, framing("ascii:5,zero=echo"), builtIn("reverse"));
                RawPeer peer = server.connect()) {
            peer.send("0000000003abc").finish().gets("0000000003cba").getsEnd();

            assertThat(server.server().statistics().requests().answered()).isEqualTo(2);
        }
    }

    @Test
    void requestsInFlightAndThePausesForThemAreSeen() {
        HeldLogic held = new HeldLogic();
        try (TestServer server = TestServer.start(transport, maxInFlight(2), held);
                RawPeer peer = server.connect()) {
            peer.send("00001a00001b");
            held.call("b");
            await().until(() -> server.server().statistics().requests().inFlight() == 2);
            await().until(() ->
                    server.server().statistics().connections().pauses().get("in-flight") == 1);
            held.answer("a");
            held.answer("b");
            peer.finish().gets("00001a00001b").getsEnd();

            assertThat(server.server().statistics().requests().inFlight()).isZero();
        }
    }

    @Test
    void aServerThatDrainsIsNotReadyAndStillAnswers() {
        HeldLogic held = new HeldLogic();
        try (TestServer server = TestServer.start(transport, held);
                RawPeer peer = server.connect()) {
            assertThat(server.server().statistics().ready()).isTrue();
            peer.send("00001a");
            held.call("a");
            CompletionStage<DrainReport> draining = server.server().drain();

            assertThat(server.server().isReady()).isFalse();
            peer.silentFor(Duration.ofMillis(1));
            held.answer("a");
            peer.gets("00001a").getsEnd().finish();
            await(draining);
            assertThat(closed(server)).containsEntry(CloseReason.DRAINED, 1L);
        }
    }
}
