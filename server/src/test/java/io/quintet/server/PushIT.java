package io.quintet.server;

import static io.quintet.server.TestServer.builtIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufAllocatorMetricProvider;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.quintet.config.TransportChoice;
import io.quintet.logic.Connection;
import io.quintet.logic.Connection.PushResult;
import io.quintet.logic.InlineLogic;
import io.quintet.logic.Logic;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Frames that are no answers. */
@OnEveryTransport
class PushIT {
    private static final int CONNECTIONS = 1000;
    private static final int NEVER_READING = 10;

    private final TransportChoice transport;

    PushIT(TransportChoice transport) {
        this.transport = transport;
    }

    private static long memory() {
        ByteBufAllocatorMetricProvider usual = (ByteBufAllocatorMetricProvider) ByteBufAllocator.DEFAULT;
        return UnpooledByteBufAllocator.DEFAULT.metric().usedDirectMemory()
                + usual.metric().usedDirectMemory();
    }

    private static Connection only(TestServer server) {
        List<Connection> all = new ArrayList<>();
        await().until(() -> server.server().connections().count() == 1);
        server.server().connections().forEach(all::add);
        return all.get(0);
    }

    @Test
    void greetingComesFirst() {
        try (TestServer server = TestServer.start(transport, builtIn("greet:hello", "reverse"));
                RawPeer peer = server.connect()) {
            peer.gets("00005hello").send("00003abc").gets("00003cba").finish().getsEnd();
        }
    }

    @Test
    void greetingAndHangingUp() {
        try (TestServer server = TestServer.start(transport, builtIn("greet:hello,close"));
                RawPeer peer = server.connect()) {
            peer.gets("00005hello").getsEnd();

            assertThat(server.reasonFor(peer)).isEqualTo("closed-by-logic");
        }
    }

    @Test
    void aPushComesAfterTheAnswersDueAndBeforeThoseInFlight() {
        HeldLogic held = new HeldLogic();
        try (TestServer server = TestServer.start(transport, held);
                RawPeer peer = server.connect()) {
            peer.send("00001a00001b");
            held.answer("a");
            held.call("b");
            peer.gets("00001a");
            only(server).push(RawPeer.bytes("news"));
            peer.gets("00004news");
            held.answer("b");

            peer.gets("00001b").finish().getsEnd();
        }
    }

    @Test
    void closingEndsWithWhatWasPushedAndWithoutWhatIsInFlight() {
        HeldLogic held = new HeldLogic();
        try (TestServer server = TestServer.start(transport, held);
                RawPeer peer = server.connect()) {
            peer.send("00001a");
            held.call("a");
            Connection connection = only(server);
            connection.push(RawPeer.bytes("bye"));
            connection.close();

            peer.gets("00003bye").getsEnd();
            assertThat(server.reasonFor(peer)).isEqualTo("closed-by-logic");
            await().until(() -> held.call("a").isCancelled());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"INLINE", "ASYNC_AT_ONCE"})
    void nothingIsReadBehindTheRequestWhoseLogicCloses(Shape shape) {
        AtomicReference<Connection> connection = new AtomicReference<>();
        List<String> seen = new CopyOnWriteArrayList<>();
        Logic logic = shape.of(request -> {
            seen.add(request);
            if (request.equals("b")) {
                connection.get().close();
            }
            return Shape.reply(request);
        });
        try (TestServer server = TestServer.start(transport, logic);
                RawPeer peer = server.connect()) {
            connection.set(only(server));
            peer.send("00001a00001b00001c00001d").gets("00001a00001b").getsEnd();

            assertThat(server.reasonFor(peer)).isEqualTo("closed-by-logic");
            assertThat(seen).containsExactly("a", "b");
        }
    }

    @Test
    void whatCannotBePushedIsRefused() {
        try (TestServer server = TestServer.start(transport, builtIn("echo"));
                RawPeer peer = server.connect()) {
            Connection connection = only(server);

            assertThat(connection.push(new byte[100_000])).isEqualTo(PushResult.REFUSED_TOO_LONG);
            assertThat(connection.push(new byte[99_999])).isEqualTo(PushResult.ACCEPTED);
            peer.gets("99999" + "\0".repeat(99_999)).finish().getsEnd();
            peer.close();
            await().until(() -> connection.push(new byte[1]) == PushResult.REFUSED_CLOSED);
        }
    }

    /** Pushes until refused, slowly enough for the event loop to hand on what it was given. */
    private static int pushUntilFull(Connection connection, byte[] payload) {
        int accepted = 0;
        for (int refused = 0; refused < 100; ) {
            if (connection.push(payload) == PushResult.ACCEPTED) {
                accepted++;
                refused = 0;
            } else {
                refused++;
                java.util.concurrent.locks.LockSupport.parkNanos(1_000_000);
            }
            assertThat(accepted).as("pushes accepted").isLessThan(3_000_000);
        }
        return accepted;
    }

    @Test
    void pushesToAPeerThatNeverReadsAreRefusedBeforeTheyCostMuch() {
        long before = memory();
        try (TestServer server = TestServer.start(transport, builtIn("echo"));
                RawPeer peer = RawPeer.connect(server.address(), 4096)) {
            Connection connection = only(server);
            pushUntilFull(connection, new byte[1000]);
            pushUntilFull(connection, new byte[10]);

            assertThat(memory() - before).as("memory in use").isLessThan(16 << 20);
            assertThat(peer.next(10)).hasSize(10);
        }
    }

    @Test
    void evenEmptyPushesAreRefusedWhenTheyComeFasterThanTheyLeave() {
        int[] accepted = {0};
        InlineLogic floods = (request, answer) -> {
            while (accepted[0] < 1_000_000 && request.connection().push(new byte[0]) == PushResult.ACCEPTED) {
                accepted[0]++;
            }
            answer.none();
        };
        try (TestServer server = TestServer.start(transport, floods);
                RawPeer peer = server.connect()) {
            peer.send("00001a").gets("00000").send("00001b").finish();
            peer.untilEnd();

            assertThat(accepted[0]).isLessThan(100_000);
        }
    }

    @Test
    void aBroadcastReachesAllWhoReadWhateverTheOthersDo() {
        String news = "x".repeat(10_000);
        int rounds = 600;
        List<RawPeer> readers = new ArrayList<>();
        List<RawPeer> others = new ArrayList<>();
        long before = memory();
        try (TestServer server = TestServer.start(transport, builtIn("echo"))) {
            for (int i = 0; i < NEVER_READING; i++) {
                others.add(RawPeer.connect(server.address(), 4096));
            }
            for (int i = NEVER_READING; i < CONNECTIONS; i++) {
                readers.add(server.connect());
            }
            await().until(() -> server.server().connections().count() == CONNECTIONS);
            for (int round = 0; round < rounds; round++) {
                fill(server, others, round);
            }
            for (int round = 0; round < 10; round++) {
                int accepted = server.server().connections().broadcast(RawPeer.bytes(news));
                assertThat(accepted).isBetween(CONNECTIONS - NEVER_READING, CONNECTIONS);
                for (RawPeer reader : readers) {
                    reader.gets("10000" + news);
                }
            }
            assertThat(memory() - before).as("memory in use").isLessThan(64 << 20);
        } finally {
            readers.forEach(RawPeer::close);
            others.forEach(RawPeer::close);
        }
    }

    /** Pushes to the first connections, which do not read. */
    private static void fill(TestServer server, List<RawPeer> others, int round) {
        for (long id = 1; id <= others.size(); id++) {
            server.server().connections().find(id).orElseThrow().push(new byte[round % 2 == 0 ? 10_000 : 100]);
        }
    }
}
