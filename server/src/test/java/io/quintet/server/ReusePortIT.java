package io.quintet.server;

import static io.quintet.server.TestServer.await;
import static io.quintet.server.TestServer.builtIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import io.quintet.config.ListenAddress;
import io.quintet.config.Listening;
import io.quintet.config.ServerSettings;
import io.quintet.config.TransportChoice;
import io.quintet.logic.InlineLogic;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** One server after the other, or two at once, on the same port. */
@OnEveryTransport
class ReusePortIT {
    /** Servers that take over from the one before; {@code -Dquintet.test.takeovers=100} for figures. */
    private static final int TAKEOVERS = Integer.getInteger("quintet.test.takeovers", 3);

    private static final int CLIENTS = 4;
    private static final int RESTARTS = 20;

    private final TransportChoice transport;

    ReusePortIT(TransportChoice transport) {
        this.transport = transport;
    }

    private ServerSettings on(int port, boolean shared) {
        return TestServer.settings(transport)
                .withListening(
                        Listening.on(new ListenAddress.Tcp("127.0.0.1", port)).withReusePort(shared));
    }

    private static int port(QuintetServer server) {
        return ((InetSocketAddress) server.addresses().get(0)).getPort();
    }

    /** A server that counts what it is asked. */
    private QuintetServer counting(int port, AtomicInteger asked) {
        InlineLogic echo = (request, answer) -> {
            asked.incrementAndGet();
            answer.append(request.payload());
        };
        return QuintetServer.start(on(port, true), List.of(echo));
    }

    @Test
    void whileServersTakeOverFromEachOtherNobodyIsRefusedAndEverySingleEndIsAccountedFor() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        QuintetServer current = counting(0, asked);
        ConnectingPeers peers = new ConnectingPeers(current.addresses().get(0), CLIENTS);
        try {
            for (int i = 0; i < TAKEOVERS; i++) {
                AtomicInteger askedNext = new AtomicInteger();
                QuintetServer next = counting(port(current), askedNext);
                await().until(() -> asked.get() > 0 && askedNext.get() > 50);
                DrainReport report = await(current.drain());
                assertThat(report.unanswered()).isZero();
                assertThat(report.forced()).isFalse();
                current = next;
            }
        } finally {
            peers.close();
            await(current.stopNow());
        }

        System.out.println(
                transport + ", " + TAKEOVERS + " takeovers, tcp_migrate_req " + isMigrating() + ": " + peers);
        assertThat(peers.unexpected()).as("%s", peers).isZero();
        assertThat(peers.reset()).as("%s", peers).isLessThanOrEqualTo(isMigrating() ? 0 : TAKEOVERS * CLIENTS);
        assertThat(peers.answered()).isGreaterThan(50 * TAKEOVERS);
    }

    /** Whether the system hands what waits for a listener that closes to another one of the same port. */
    private static boolean isMigrating() throws IOException {
        Path setting = Path.of("/proc/sys/net/ipv4/tcp_migrate_req");
        return Files.exists(setting) && Files.readString(setting).strip().equals("1");
    }

    @Test
    void aPortIsSharedByThoseAloneWhoAgree() throws Exception {
        try (QuintetServer alone = QuintetServer.start(on(0, false), List.of(builtIn("reverse")))) {
            assertThatExceptionOfType(ServerStartException.class)
                    .isThrownBy(() -> QuintetServer.start(on(port(alone), true), List.of(builtIn("reverse"))))
                    .withMessageContaining("listen: 127.0.0.1:" + port(alone));
        }
        try (QuintetServer shared = QuintetServer.start(on(0, true), List.of(builtIn("reverse")))) {
            assertThatExceptionOfType(ServerStartException.class)
                    .isThrownBy(() -> QuintetServer.start(on(port(shared), false), List.of(builtIn("reverse"))));
        }
    }

    @Test
    void aServerStartsAtOnceWhereOneHasJustEnded() {
        int port = 0;
        for (int i = 0; i < RESTARTS; i++) {
            QuintetServer server = QuintetServer.start(on(port, false), List.of(builtIn("reverse")));
            port = port(server);
            SocketAddress address = server.addresses().get(0);
            try (RawPeer first = RawPeer.connect(address);
                    RawPeer second = RawPeer.connect(address)) {
                first.send("00003abc").gets("00003cba");
                second.send("00003abc").gets("00003cba").finish().getsEnd();
                await(server.stopNow());
            }
        }
    }
}
