package io.quintet.server;

import static io.quintet.server.TestServer.builtIn;
import static io.quintet.server.TestServer.framing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quintet.config.ServerSettings;
import io.quintet.config.TransportChoice;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A connection that is reset is gone, whatever state it was in, and without any clock's help. */
@OnEveryTransport
class ResetIT {
    private static final int PEERS = 8;
    private static final String BEFORE = "00000003abc";
    private static final String LARGE = "01000000" + "x".repeat(1_000_000);

    private static final String[] SENT = {
        "", "\r\n\r\n", "0000", "00000100abc", BEFORE, BEFORE.repeat(500), "X", BEFORE + "X" + "y".repeat(5000), LARGE
    };

    private final TransportChoice transport;

    ResetIT(TransportChoice transport) {
        this.transport = transport;
    }

    private static ServerSettings withoutClocks(ServerSettings settings) {
        return framing("ascii:8")
                .apply(settings.withTimeouts(settings.timeouts()
                        .withFrame(Duration.ZERO)
                        .withIdle(Duration.ZERO)
                        .withWrite(Duration.ZERO)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"echo", "delay:5ms"})
    void nothingIsLeftOfConnectionsThatWereReset(String logic) {
        try (TestServer server = TestServer.start(transport, ResetIT::withoutClocks, builtIn(logic))) {
            for (String bytes : SENT) {
                for (int i = 0; i < PEERS; i++) {
                    reset(server, bytes, i % 2 == 1);
                }
            }

            await("the end of all connections")
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> server.lines().lines().size() == PEERS * SENT.length);

            assertThat(server.lines().lines())
                    .allMatch(line ->
                            line.matches("closed (peer-reset|eof|eof-in-header|eof-in-payload|bad-header): .*"));
            try (RawPeer other = server.connect()) {
                other.send(BEFORE).gets(BEFORE).finish().getsEnd();
            }
        }
    }

    private static void reset(TestServer server, String bytes, boolean halfClosed) {
        RawPeer peer = server.connect();
        try {
            peer.send(bytes);
            if (halfClosed) {
                peer.finish();
            }
        } catch (UncheckedIOException closedByServer) {
            assertThat(bytes).contains("X");
        }
        peer.reset();
    }
}
