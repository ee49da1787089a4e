package io.quintet.server;

import static io.quintet.server.TestServer.builtIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quintet.config.ServerSettings;
import io.quintet.config.TransportChoice;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
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
    void refusalsAreLoggedAtABoundedRateAndAllOfThemAreCounted() {
        int peers = 200;
        try (TestServer server = TestServer.start(transport, maxConnections(1), builtIn("reverse"));
                RawPeer first = server.connect()) {
            server.lines().atInfoAlone();
            first.send("00003abc").gets("00003cba");
            List<RawPeer> refused =
                    Stream.generate(server::connect).limit(peers).toList();
            assertThat(refused).allMatch(LimitsIT::isRefused);
            refused.forEach(RawPeer::close);
            first.send("00003abc").gets("00003cba").finish().getsEnd();

            server.lines().awaitAll("refused-max-connections", peers);
        }
    }

    @Test
    void badPeersCannotFloodTheLogAndAllOfThemAreCounted() {
        int peers = Integer.getInteger("quintet.test.floods", 300);
        try (TestServer server = TestServer.start(transport, builtIn("reverse"))) {
            server.lines().atInfoAlone();
            long began = System.nanoTime();
            for (int i = 0; i < peers; i++) {
                try (RawPeer peer = server.connect()) {
                    peer.send("GET / HTTP/1.1\r\n\r\n").finish().getsEnd();
                }
            }
            Duration time = Duration.ofNanos(System.nanoTime() - began);

            int lines = server.lines().awaitAll("bad-header", peers);
            System.out.println(
                    transport + ": " + peers + " bad headers in " + time.toMillis() + " ms: " + lines + " lines");
            assertThat(lines).isLessThanOrEqualTo((LineLimit.LINES_A_SECOND + 1) * (2 + (int) time.toSeconds()));
        }
    }
}
