package io.quintet.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quintet.testing.RawPeer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A server with little memory and many peers that send and never read: together they could take far more than there is. */
class OverloadIT {
    private static final Path LAUNCHER = Path.of("target/quintet/bin/quintet").toAbsolutePath();
    private static final int FLOODERS = 200;
    private static final byte[] FRAMES = ("01000" + "x".repeat(1000)).repeat(64).getBytes(StandardCharsets.US_ASCII);

    @TempDir
    private Path scratch;

    private final List<Flooder> flooders = new ArrayList<>();

    @AfterEach
    void closeAll() throws IOException {
        for (Flooder flooder : flooders) {
            flooder.channel.close();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"nio", "epoll", "io_uring"})
    void whoWasThereIsServedWhoComesIsRefusedAndEveryoneIsServedAfterwards(String transport) throws Exception {
        Map<String, String> little = Map.of("QUINTET_JAVA_OPTS", "-Xmx64m");
        try (ServedProcess served = serve(transport, little);
                RawPeer other = served.connect()) {
            flood(served.port());
            other.send("00003abc").gets("00003cba");
            assertThat(answers(served)).isFalse();
            closeAll();
            await().atMost(Duration.ofSeconds(60)).until(() -> answers(served));
            other.send("00003abc").gets("00003cba");

            served.signal("TERM");

            assertThat(served.awaitEnd()).as(served.log()).isZero();
            assertThat(served.log())
                    .contains("memory: ", "closed refused-overload: connection from 127.0.0.1:")
                    .doesNotContain("OutOfDirectMemoryError", "internal-error");
        }
    }

    /** With clocks that cut no flooder before the end. */
    private ServedProcess serve(String transport, Map<String, String> environment) throws IOException {
        return ServedProcess.start(
                LAUNCHER,
                scratch,
                environment,
                "--transport",
                transport,
                "--write-timeout",
                "10min",
                "--frame-timeout",
                "10min");
    }

    private static boolean answers(ServedProcess served) {
        try (RawPeer peer = served.connect()) {
            peer.send("00003abc").gets("00003cba");
            return true;
        } catch (IOException | AssertionError refused) {
            return false;
        }
    }

    /** Sends until nobody takes any more. */
    private void flood(int port) throws IOException {
        for (int i = 0; i < FLOODERS; i++) {
            flooders.add(new Flooder(port));
        }
        await().atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(100))
                .until(() -> {
                    boolean taken = false;
                    for (Flooder flooder : flooders) {
                        taken |= flooder.sends();
                    }
                    return !taken;
                });
    }

    private static final class Flooder {
        private final SocketChannel channel;
        private final ByteBuffer frames = ByteBuffer.wrap(FRAMES).position(FRAMES.length);

        Flooder(int port) throws IOException {
            channel = SocketChannel.open();
            channel.setOption(StandardSocketOptions.SO_SNDBUF, FRAMES.length);
            channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            channel.configureBlocking(false);
        }

        /** Whether the server's system takes any of it; who was cut sends no more. */
        boolean sends() {
            try {
                int sent = 0;
                while (!frames.hasRemaining()) {
                    sent += channel.write(frames.rewind());
                }
                return sent + channel.write(frames) > 0;
            } catch (IOException cut) {
                return false;
            }
        }
    }
}
