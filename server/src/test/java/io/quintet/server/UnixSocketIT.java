package io.quintet.server;

import static io.quintet.server.TestServer.await;
import static io.quintet.server.TestServer.builtIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quintet.config.ListenAddress;
import io.quintet.config.Listening;
import io.quintet.config.ServerSettings;
import io.quintet.config.TransportChoice;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server on a socket in the file system. */
@OnEveryTransport
@Timeout(120)
class UnixSocketIT {
    private final TransportChoice transport;

    @TempDir
    Path directory;

    UnixSocketIT(TransportChoice transport) {
        this.transport = transport;
    }

    private Path path() {
        return directory.resolve("q.sock");
    }

    private ServerSettings onPath(ServerSettings settings) {
        return settings.withListening(Listening.on(new ListenAddress.Unix(path())));
    }

    private TestServer start() {
        return TestServer.start(transport, this::onPath, builtIn("reverse"));
    }

    @Test
    void framesAreAnsweredAsOnAnyOther() throws IOException {
        try (TestServer server = start();
                UnixPeer peer = new UnixPeer(path())) {
            peer.send("00003abc00001x").gets("00003cba00001x").send("00002ab").finish();

            peer.gets("00002ba").getsEnd();
            assertThat(server.lines().with("closed ").getFormattedMessage()).startsWith("closed eof: ");
        }
    }

    @Test
    void answersBeforeABadFrameArriveAndThenFin() throws IOException {
        try (TestServer server = start();
                UnixPeer peer = new UnixPeer(path())) {
            peer.send("00003abcXXXXX").gets("00003cba").getsEnd();

            assertThat(server.lines().with("closed ").getFormattedMessage())
                    .startsWith("closed bad-header: connection 1 from unix: header byte 0: ");
        }
    }

    @Test
    void manyFramesAndAHalfClose() throws IOException {
        try (TestServer server = start();
                UnixPeer peer = new UnixPeer(path())) {
            Thread sender = new Thread(() -> {
                try {
                    peer.send("00003abc".repeat(50_000)).finish();
                } catch (IOException refused) {
                    throw new AssertionError(refused);
                }
            });
            sender.start();

            peer.gets("00003cba".repeat(50_000)).getsEnd();
            assertThat(server.server().addresses()).containsExactly(UnixDomainSocketAddress.of(path()));
        }
    }

    @Test
    void theDrainAnswersAndRemovesTheFile() throws IOException {
        try (TestServer server = start();
                UnixPeer peer = new UnixPeer(path())) {
            peer.send("00003abc").gets("00003cba");
            var draining = server.server().drain();
            peer.getsEnd().close();
            await(draining);

            assertThat(path()).doesNotExist();
        }
    }

    @Test
    void aFileThatAKilledServerLeftIsReplaced() throws IOException {
        try (ServerSocketChannel killed = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            killed.bind(UnixDomainSocketAddress.of(path()));
        }
        assertThat(path()).exists();

        try (TestServer server = start();
                UnixPeer peer = new UnixPeer(path())) {
            peer.send("00003abc").gets("00003cba");
            assertThat(server.server().connections().count()).isEqualTo(1);
        }
    }

    @Test
    void aPathThatAnotherServerListensOnIsRefused() throws IOException {
        try (TestServer first = start();
                UnixPeer peer = new UnixPeer(path())) {
            assertThatExceptionOfType(ServerStartException.class)
                    .isThrownBy(this::start)
                    .withMessage("listen: unix:" + path() + " (expected: a path nobody listens on)");

            peer.send("00003abc").gets("00003cba");
            assertThat(first.server().connections().count()).isGreaterThanOrEqualTo(1);
            assertThat(path()).exists();
        }
    }

    @Test
    void aFileThatIsNoSocketIsLeftAlone() throws IOException {
        Files.writeString(path(), "precious");

        assertThatExceptionOfType(ServerStartException.class)
                .isThrownBy(this::start)
                .withMessage("listen: unix:" + path() + " (expected: a free path, not a file)");
        assertThat(path()).hasContent("precious");
    }

    @Test
    void aDirectoryThatIsNotThereIsRefused() {
        Path nowhere = directory.resolve("no/q.sock");
        assertThatExceptionOfType(ServerStartException.class)
                .isThrownBy(() -> TestServer.start(
                        transport,
                        settings -> settings.withListening(Listening.on(new ListenAddress.Unix(nowhere))),
                        builtIn("echo")))
                .withMessageStartingWith("listen: unix:" + nowhere + " (expected: ")
                .withMessageMatching("\\P{Cntrl}*");
    }

    @Test
    void aFileThatCannotBeRemovedDoesNotHoldUpTheEnd() throws IOException {
        try (TestServer server = start()) {
            Files.delete(path());
            Files.createDirectories(path().resolve("not empty"));

            await(server.server().drain());
        }
    }
}
