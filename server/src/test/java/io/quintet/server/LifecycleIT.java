package io.quintet.server;

import static io.quintet.server.TestServer.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quintet.config.TransportChoice;
import io.quintet.logic.Answer;
import io.quintet.logic.Connection;
import io.quintet.logic.InlineLogic;
import io.quintet.logic.Request;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;

/** What a logic hears of its connections, and the registry knows. */
@OnEveryTransport
class LifecycleIT {
    private final TransportChoice transport;
    private final Queue<String> heard = new ConcurrentLinkedQueue<>();

    LifecycleIT(TransportChoice transport) {
        this.transport = transport;
    }

    /** Echoes, counts a connection's requests, and notes what it hears; closes on {@code bye}, fails on {@code fail}. */
    private final InlineLogic logic = new InlineLogic() {
        @Override
        public void connected(Connection connection) {
            heard.add(connection.id() + " connected");
        }

        @Override
        public void answer(Request request, Answer answer) {
            Connection connection = request.connection();
            heard.add(connection.id() + " asked " + connection.attributes().merge("n", 1, (a, b) -> (int) a + (int) b));
            if (request.text().equals("fail")) {
                throw new IllegalStateException("as asked for");
            }
            answer.append(request.payload());
            if (request.text().equals("bye")) {
                answer.thenClose();
            }
        }

        @Override
        public void disconnected(Connection connection, String reason) {
            heard.add(connection.id() + " " + reason);
        }

        @Override
        public void close() {
            heard.add("closed");
        }
    };

    private void heardIs(String... expected) {
        await().pollInterval(Duration.ofMillis(2))
                .untilAsserted(() -> assertThat(heard).containsExactly(expected));
        heard.clear();
    }

    @Test
    void eachConnectionIsHeardOfOnceFromBeginningToEnd() {
        try (TestServer server = TestServer.start(transport, logic)) {
            try (RawPeer peer = server.connect()) {
                peer.send("00001a00001b").gets("00001a00001b").finish().getsEnd();
                heardIs("1 connected", "1 asked 1", "1 asked 2", "1 eof");
            }
            try (RawPeer peer = server.connect()) {
                peer.send("00003bye").gets("00003bye").getsEnd().finish();
                heardIs("2 connected", "2 asked 1", "2 closed-by-logic");
            }
            try (RawPeer peer = server.connect()) {
                peer.send("X").getsEnd().finish();
                heardIs("3 connected", "3 bad-header");
            }
            try (RawPeer peer = server.connect()) {
                peer.send("00004fail").getsEnd().finish();
                heardIs("4 connected", "4 asked 1", "4 logic-error");
            }
            try (RawPeer peer = server.connect()) {
                peer.send("00001a").gets("00001a").reset();
                heardIs("5 connected", "5 asked 1", "5 peer-reset");
            }
            try (RawPeer peer = server.connect()) {
                peer.send("00001a").gets("00001a");
                await(server.server().drain());
                heardIs("6 connected", "6 asked 1", "6 drained", "closed");
            }
        }
    }

    @Test
    void theRegistryKnowsTheOpenConnections() {
        try (TestServer server = TestServer.start(transport, logic);
                RawPeer first = server.connect()) {
            first.send("00001a").gets("00001a");
            RawPeer second = server.connect().send("00001a").gets("00001a");

            assertThat(server.server().connections().count()).isEqualTo(2);
            Connection found = server.server().connections().find(2).orElseThrow();
            assertThat(found.id()).isEqualTo(2);
            assertThat(found.remoteAddress()).hasToString("/" + second.name());
            assertThat(found.localAddress()).isEqualTo(server.address());
            assertThat(found.all().find(1)).isPresent();

            second.finish().getsEnd().close();
            await().until(() -> server.server().connections().count() == 1);
            assertThat(server.server().connections().find(2)).isEmpty();
            assertThat(found.push(new byte[1])).isEqualTo(Connection.PushResult.REFUSED_CLOSED);
            found.close();
            found.switchFraming("line");
        }
    }

    @Test
    void aLogicThatFailsToBeginIsALogicError() {
        InlineLogic failing = new InlineLogic() {
            @Override
            public void connected(Connection connection) {
                throw new NoClassDefFoundError("not/There");
            }

            @Override
            public void answer(Request request, Answer answer) {
                answer.append(request.payload());
            }

            @Override
            public void disconnected(Connection connection, String reason) {
                throw new IllegalStateException("and at the end");
            }
        };
        try (TestServer server = TestServer.start(transport, failing, logic);
                RawPeer peer = server.connect()) {
            peer.send("00001a").getsEnd().finish();

            assertThat(server.reasonFor(peer)).isEqualTo("logic-error");
            heardIs("1 logic-error");
        }
    }

    @Test
    void aConnectionThatIsResetAtOnceHarmsNobody() {
        try (TestServer server = TestServer.start(transport, logic)) {
            for (int i = 0; i < 50; i++) {
                RawPeer peer = server.connect();
                if (i % 2 == 0) {
                    peer.send("00001a");
                }
                peer.reset();
            }
            try (RawPeer peer = server.connect()) {
                peer.send("00001a").gets("00001a").finish().getsEnd();
            }
            await().until(() -> server.server().connections().count() == 0);
            List<String> connected =
                    heard.stream().filter(line -> line.endsWith(" connected")).toList();
            assertThat(connected).doesNotHaveDuplicates();
        }
    }
}
