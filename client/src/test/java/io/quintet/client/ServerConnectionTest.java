package io.quintet.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.embedded.EmbeddedChannel;
import io.quintet.protocol.Framing;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ServerConnectionTest {
    private final List<ClientException> gone = new ArrayList<>();

    @Test
    void aSocketThatMetItselfIsNoConnection() {
        var connection = new ServerConnection(
                new Owner(), Framing.DEFAULT.newScanner(), Framing.DEFAULT.writer(), new Failures(settings()));

        var channel = new EmbeddedChannel(connection) {
            @Override
            protected SocketAddress localAddress0() {
                return remoteAddress0();
            }
        };
        channel.runPendingTasks();

        assertThat(channel.isOpen()).isFalse();
        assertThat(gone).singleElement().satisfies(why -> {
            assertThat(why.error()).isEqualTo(ClientError.CANNOT_CONNECT);
            assertThat(why).hasMessage("connect 127.0.0.1:6789: met itself (expected: a server that accepts)");
        });
        assertThat(channel.finishAndReleaseAll()).isFalse();
    }

    private static ClientSettings settings() {
        var connecting = new ClientSettings.Connecting(
                Duration.ofSeconds(1), Backoff.ONCE, Reconnect.NEVER, Optional.empty(), false);
        var limits = new ClientSettings.CallLimits(Duration.ZERO, AfterTimeout.CLOSE, 1, WhenFull.FAIL);
        var callbacks = new ClientSettings.Callbacks(Optional.empty(), ClientHooks.NONE);
        return new ClientSettings(
                ServerAddress.parse("127.0.0.1:6789"), Framing.DEFAULT, connecting, limits, callbacks);
    }

    private final class Owner implements ServerConnection.Owner {
        @Override
        public void connected(ServerConnection connection) {
            throw new AssertionError("connected");
        }

        @Override
        public void received(byte[] payload) {
            throw new AssertionError("received");
        }

        @Override
        public void gone(ServerConnection connection, ClientException why, boolean ready) {
            gone.add(why);
        }
    }
}
