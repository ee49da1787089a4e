package io.quintet.server;

import static io.quintet.server.TestServer.builtIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quintet.config.ServerSettings;
import io.quintet.config.TransportChoice;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** How many connections a server lets in. */
@OnEveryTransport
class LimitsIT {
    private final TransportChoice transport;

    LimitsIT(TransportChoice transport) {
        this.transport = transport;
    }

    private static UnaryOperator<ServerSettings> maxConnections(int most) {
        return settings -> settings.withLimits(settings.limits().withMaxConnections(most));
    }

    /** Whether the server closes the connection without a byte, by FIN or RST. */
    private static boolean isRefused(RawPeer peer) {
        try {
            return peer.socket().getInputStream().read() < 0;
        } catch (IOException reset) {
            return true;
        }
    }

    @Test
    void oneConnectionTooManyIsClosedAtOnceAndTheOthersLive() {
        try (TestServer server = TestServer.start(transport, maxConnections(2), builtIn("reverse"));
                RawPeer first = server.connect();
                RawPeer second = server.connect()) {
            first.send("00003abc").gets("00003cba");
            second.send("00003abc").gets("00003cba");

            try (RawPeer third = server.connect()) {
                assertThat(isRefused(third)).isTrue();
            }

            first.send("00003abc").gets("00003cba").finish().getsEnd();
            second.send("00003abc").gets("00003cba").finish().getsEnd();
            assertThat(server.lines().with("refused-max-connections").getFormattedMessage())
                    .startsWith("closed refused-max-connections: ")
                    .contains("127.0.0.1:", "(expected: at most 2)");
        }
    }

    @Test
    void aConnectionThatEndsMakesRoomForAnother() {
        try (TestServer server = TestServer.start(transport, maxConnections(1), builtIn("reverse"))) {
            for (int i = 0; i < 20; i++) {
                try (RawPeer peer = server.connect()) {
                    peer.send("00003abc").gets("00003cba").finish().getsEnd();
                }
                await().pollInterval(Duration.ofMillis(1))
                        .until(() -> server.server().connections().count() == 0);
            }
        }
    }

    @Test
    void refusalsAreLoggedAtABoundedRate() {
        List<RawPeer> refused = new ArrayList<>();
        try (TestServer server = TestServer.start(transport, maxConnections(1), builtIn("reverse"));
                RawPeer first = server.connect()) {
            first.send("00003abc").gets("00003cba");
            long began = System.nanoTime();
            for (int i = 0; i < 200; i++) {
                refused.add(server.connect());
            }
            assertThat(refused).allMatch(LimitsIT::isRefused);
            long seconds = Duration.ofNanos(System.nanoTime() - began).toSeconds();

            assertThat(server.lines().lines())
                    .filteredOn(line -> line.contains("refused"))
                    .hasSizeBetween(1, 2 + (int) seconds);
            first.send("00003abc").gets("00003cba").finish().getsEnd();
        } finally {
            refused.forEach(RawPeer::close);
        }
    }
}
