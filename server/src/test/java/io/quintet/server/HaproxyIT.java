package io.quintet.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quintet.config.AddressRanges;
import io.quintet.config.ProxyMode;
import io.quintet.config.ProxyProtocol;
import io.quintet.config.TransportChoice;
import io.quintet.logic.AddressText;
import io.quintet.logic.AsyncLogic;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real HAProxy in between. */
class HaproxyIT {
    private static final Path HAPROXY = Path.of("/usr/sbin/haproxy");
    private static final AsyncLogic WHO = (request, connection) ->
            CompletableFuture.completedFuture(Shape.reply(AddressText.of(connection.remoteAddress())));

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"send-proxy", "send-proxy-v2"})
    void thePeerIsHaproxysPeer(String how) throws Exception {
        assumeTrue(Files.isExecutable(HAPROXY), "this machine has no haproxy");
        try (TestServer server = TestServer.start(
                TransportChoice.NIO,
                settings -> settings.withAccess(settings.access()
                        .withProxy(new ProxyProtocol(ProxyMode.REQUIRED, AddressRanges.parse("127.0.0.1")))),
                WHO)) {
            InetSocketAddress front = freeAddress();
            Process haproxy = start(front, (InetSocketAddress) server.address(), how);
            try (RawPeer peer = RawPeer.connect(front)) {
                String name = peer.name();
                peer.send("00001x").gets(String.format("%05d", name.length()) + name);
                peer.finish().getsEnd();
            } finally {
                haproxy.destroyForcibly().waitFor();
            }
        }
    }

    private Process start(InetSocketAddress front, InetSocketAddress back, String how) throws IOException {
        Path configuration = Files.writeString(
                directory.resolve("haproxy.cfg"), """
                defaults
                    mode tcp
                    timeout connect 5s
                    timeout client 30s
                    timeout server 30s
                listen quintet
                    bind 127.0.0.1:%d
                    server quintet 127.0.0.1:%d %s
                """.formatted(front.getPort(), back.getPort(), how));
        Process haproxy = new ProcessBuilder(HAPROXY.toString(), "-db", "-f", configuration.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("haproxy.log").toFile())
                .start();
        await().until(() -> listens(front) || !haproxy.isAlive());
        assertThat(haproxy.isAlive())
                .as(Files.readString(directory.resolve("haproxy.log")))
                .isTrue();
        return haproxy;
    }

    private static InetSocketAddress freeAddress() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return new InetSocketAddress(InetAddress.getLoopbackAddress(), socket.getLocalPort());
        }
    }

    private static boolean listens(InetSocketAddress address) {
        try (Socket socket = new Socket(address.getAddress(), address.getPort())) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }
}
