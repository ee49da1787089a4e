package io.quintet.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.config.ListenAddress;
import io.quintet.config.Listening;
import io.quintet.config.ServerSettings;
import io.quintet.config.TransportChoice;
import io.quintet.logic.Logic;
import io.quintet.logic.LogicCatalog;
import io.quintet.protocol.Framing;
import io.quintet.testing.Machine;
import java.net.SocketAddress;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A server on one transport for the length of a test, and what it logged. It has one event loop unless told otherwise. */
final class TestServer implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 20;

    private final CloseLines lines = new CloseLines();
    private final QuintetServer server;

    private TestServer(ServerSettings settings, List<Logic> chain) {
        try {
            this.server = QuintetServer.start(settings, chain);
        } catch (RuntimeException refused) {
            lines.close();
            throw refused;
        }
    }

    /** With default settings, but for a port of its own. */
    static TestServer start(TransportChoice transport, Logic... chain) {
        return start(transport, settings -> settings, chain);
    }

    static TestServer start(TransportChoice transport, UnaryOperator<ServerSettings> change, Logic... chain) {
        return new TestServer(change.apply(settings(transport)), List.of(chain));
    }

    /** Default settings for {@code transport}: port 0, one event loop. */
    static ServerSettings settings(TransportChoice transport) {
        boolean available = Transport.of(transport).orElseThrow().obstacle() == null;
        Machine.has(available, "this machine has no " + transport);
        ServerSettings defaults = ServerSettings.defaults();
        return defaults.withListening(Listening.on(new ListenAddress.Tcp("127.0.0.1", 0)))
                .withEventLoops(defaults.eventLoops().withTransport(transport).withThreads(1));
    }

    static UnaryOperator<ServerSettings> framing(String expression) {
        return settings -> settings.withFraming(Framing.parse(expression));
    }

    /** Built-in logics, one after the other. */
    static Logic[] builtIn(String... expressions) {
        LogicCatalog catalog = LogicCatalog.ofClassPath();
        return Stream.of(expressions).map(catalog::create).toArray(Logic[]::new);
    }

    SocketAddress address() {
        return server.addresses().get(0);
    }

    RawPeer connect() {
        return RawPeer.connect(address());
    }

    QuintetServer server() {
        return server;
    }

    CloseLines lines() {
        return lines;
    }

    /** The code of the reason that {@code peer}'s connection ended for; waits for it. */
    String reasonFor(RawPeer peer) {
        String line = lines.about(peer).getFormattedMessage();
        return line.substring("closed ".length(), line.indexOf(": "));
    }

    /** The report at the end of {@code ending}, which must come. */
    static DrainReport await(CompletionStage<DrainReport> ending) {
        assertThat(ending.toCompletableFuture())
                .as("the server's end")
                .succeedsWithin(PATIENCE_SECONDS, TimeUnit.SECONDS);
        return ending.toCompletableFuture().join();
    }

    /** What came has gone, in one way each. */
    private static void assertThatNothingIsMissing(ServerStatistics end) {
        ConnectionStatistics connections = end.connections();
        RequestStatistics requests = end.requests();

        assertThat(connections.open()).isZero();
        assertThat(connections.closed().values().stream()
                        .mapToLong(count -> count)
                        .sum())
                .as("ends by reason: %s", connections.closed())
                .isEqualTo(connections.accepted());
        assertThat(requests.answered() + requests.unanswered())
                .as("requests: %s", requests)
                .isEqualTo(requests.received());
    }

    @Override
    public void close() {
        try {
            await(server.stopNow());
            assertThatNothingIsMissing(server.statistics());
        } finally {
            lines.close();
        }
    }
}
