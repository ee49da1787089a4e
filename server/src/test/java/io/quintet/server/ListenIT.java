package io.quintet.server;

import static io.quintet.server.TestServer.await;
import static io.quintet.server.TestServer.builtIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quintet.config.ListenAddress;
import io.quintet.config.Listening;
import io.quintet.config.ServerSettings;
import io.quintet.config.TransportChoice;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a server listens. */
@OnEveryTransport
class ListenIT {
    private final TransportChoice transport;

    ListenIT(TransportChoice transport) {
        this.transport = transport;
    }

    private static UnaryOperator<ServerSettings> on(ListenAddress... addresses) {
        return settings -> settings.withListening(new Listening(List.of(addresses), 128, false));
    }

    private static ListenAddress tcp(String host, int port) {
        return new ListenAddress.Tcp(host, port);
    }

    private static int port(SocketAddress address) {
        return ((InetSocketAddress) address).getPort();
    }

    @Test
    void severalListenersServeTheSame(@TempDir Path directory) throws Exception {
        Path path = directory.resolve("q.sock");
        ListenAddress unix = new ListenAddress.Unix(path);
        try (TestServer server =
                        TestServer.start(transport, on(tcp("127.0.0.1", 0), tcp("::1", 0), unix), builtIn("reverse"));
                RawPeer four = RawPeer.connect(server.server().addresses().get(0));
                RawPeer six = RawPeer.connect(server.server().addresses().get(1));
                UnixPeer local = new UnixPeer(path)) {
            assertThat(port(server.server().addresses().get(0))).isPositive();
            four.send("00003abc").gets("00003cba").finish().getsEnd();
            six.send("00003abc").gets("00003cba").finish().getsEnd();
            local.send("00003abc").gets("00003cba").finish().getsEnd();

            assertThat(server.server().addresses()).hasSize(3);
            assertThat(server.server().transport()).isEqualTo(transport.toString());
        }
    }

    @Test
    void aBusyPortIsRefusedInOneLineAndNothingStaysBound() {
        try (TestServer first = TestServer.start(transport, builtIn("echo"));
                TestServer other = TestServer.start(transport, builtIn("echo"))) {
            int busy = port(first.address());
            int free = port(other.address());
            await(other.server().drain());

            assertThatExceptionOfType(ServerStartException.class)
                    .isThrownBy(() -> TestServer.start(
                            transport, on(tcp("127.0.0.1", free), tcp("127.0.0.1", busy)), builtIn("echo")))
                    .withMessage("listen: 127.0.0.1:" + busy
                            + " (expected: an address that can be bound; Address already in use)")
                    .withMessageMatching("\\P{Cntrl}*");
            TestServer.start(transport, on(tcp("127.0.0.1", free)), builtIn("echo"))
                    .close();
        }
    }

    @Test
    void aPortIsFreeAgainAfterTheServersEnd() {
        int port;
        try (TestServer server = TestServer.start(transport, builtIn("echo"));
                RawPeer peer = server.connect()) {
            port = port(server.address());
            peer.send("00003abc").gets("00003abc");
            var draining = server.server().drain();
            peer.getsEnd().finish();
            await(draining);
        }
        try (TestServer server = TestServer.start(transport, on(tcp("127.0.0.1", port)), builtIn("echo"));
                RawPeer peer = server.connect()) {
            peer.send("00003abc").gets("00003abc").finish().getsEnd();
        }
    }

    @Test
    void anAddressOfAnotherMachineIsRefusedInOneLine() {
        assertThatExceptionOfType(ServerStartException.class)
                .isThrownBy(() -> TestServer.start(transport, on(tcp("192.0.2.1", 0)), builtIn("echo")))
                .withMessageStartingWith("listen: 192.0.2.1:0 (expected: an address that can be bound; ")
                .withMessageMatching("\\P{Cntrl}*");
    }

    @Test
    void manyEventLoopsShareTheConnections() {
        try (TestServer server = TestServer.start(
                transport,
                settings -> settings.withEventLoops(settings.eventLoops().withThreads(4)),
                builtIn("reverse"))) {
            RawPeer[] peers = new RawPeer[40];
            for (int i = 0; i < peers.length; i++) {
                peers[i] = server.connect().send("00003abc");
            }
            for (RawPeer peer : peers) {
                peer.gets("00003cba").finish().getsEnd().close();
            }
        }
    }
}
