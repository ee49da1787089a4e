package io.quintet.client;

import static io.quintet.client.Texts.bytes;
import static io.quintet.client.Texts.done;
import static io.quintet.client.Texts.failure;
import static io.quintet.client.Texts.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quintet.testing.ScriptedServer;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Connections that do not come about, and those that are lost. */
class ReconnectTest {
    private static final Backoff QUICK = new Backoff(200, Duration.ofMillis(10), Duration.ofMillis(50));

    @Test
    void aServerThatIsNotThereYetIsWaitedFor() {
        int port = freePort();
        var retried = new CompletableFuture<ClientException>();
        var hooks = new ClientHooks() {
            @Override
            public void retrying(ClientException why, Duration delay) {
                retried.complete(why);
            }
        };
        var connecting = QuintetClient.to("127.0.0.1:" + port)
                .backoff(QUICK)
                .hooks(hooks)
                .connectAsync();
        assertThat(done(retried).error()).isEqualTo(ClientError.CANNOT_CONNECT);

        try (ScriptedServer server = ScriptedServer.start(port, ScriptedServer.reversing());
                QuintetClient client = done(connecting)) {
            assertThat(text(client.call(bytes("abc")))).isEqualTo("cba");
        }
    }

    @Test
    void aServerThatIsNotThereFailsInOneLine() {
        int port = freePort();

        assertThatExceptionOfType(ClientException.class)
                .isThrownBy(() -> QuintetClient.to("127.0.0.1:" + port)
                        .backoff(Backoff.ONCE)
                        .connect())
                .withMessage("connect 127.0.0.1:" + port + ": connection refused (expected: a server that accepts)")
                .matches(why -> why.error() == ClientError.CANNOT_CONNECT && !why.mayHaveRun());
    }

    @Test
    void whatMayHaveBeenExecutedIsNeverSentAgain() {
        List<String> received = new CopyOnWriteArrayList<>();
        try (ScriptedServer server = ScriptedServer.start(losingTheFirstRequest(received));
                QuintetClient client =
                        QuintetClient.to(server.address()).backoff(QUICK).connect()) {
            ClientException why = failure(client.call(bytes("first")));
            assertThat(why.error()).isEqualTo(ClientError.CONNECTION_LOST);
            assertThat(why.mayHaveRun()).isTrue();
            assertThat(why)
                    .hasMessage("connection to " + server.address()
                            + ": closed by the server (expected: to stay open for the answers)");

            assertThat(text(client.call(bytes("second")))).isEqualTo("second");

            assertThat(received).containsExactly("first", "second");
            assertThat(server.accepted()).isEqualTo(2);
        }
    }

    @Test
    void whatMayHaveBeenExecutedIsSentAgainIfToldSo() {
        List<String> received = new CopyOnWriteArrayList<>();
        try (ScriptedServer server = ScriptedServer.start(losingTheFirstRequest(received));
                QuintetClient client = QuintetClient.to(server.address())
                        .backoff(QUICK)
                        .reconnect(Reconnect.RESEND)
                        .connect()) {
            var first = client.call(bytes("first"));
            var second = client.call(bytes("second"));

            assertThat(text(first)).isEqualTo("first");
            assertThat(text(second)).isEqualTo("second");
            assertThat(received).containsExactly("first", "first", "second");
        }
    }

    @Test
    void aRequestMadeWithoutAConnectionWaitsForTheNext() {
        var disconnected = new CompletableFuture<Integer>();
        var hooks = new ClientHooks() {
            @Override
            public void disconnected(ClientException why, int unanswered) {
                disconnected.complete(unanswered);
            }
        };
        ScriptedServer first = ScriptedServer.start(ScriptedServer.reversing());
        try (QuintetClient client =
                QuintetClient.to(first.address()).backoff(QUICK).hooks(hooks).connect()) {
            int port = first.port();
            first.close();
            assertThat(done(disconnected)).isZero();
            var answer = client.call(bytes("abc"));

            try (ScriptedServer second = ScriptedServer.start(port, ScriptedServer.reversing())) {
                assertThat(text(answer)).isEqualTo("cba");
                assertThat(second.accepted()).isEqualTo(1);
            }
        }
    }

    @Test
    void aClientThatGaveUpTriesAgainForTheNextRequest() {
        var disconnected = new CompletableFuture<Integer>();
        var hooks = new ClientHooks() {
            @Override
            public void disconnected(ClientException why, int unanswered) {
                disconnected.complete(unanswered);
            }
        };
        ScriptedServer first = ScriptedServer.start(ScriptedServer.reversing());
        try (QuintetClient client = QuintetClient.to(first.address())
                .backoff(Backoff.ONCE)
                .hooks(hooks)
                .connect()) {
            int port = first.port();
            first.close();
            done(disconnected);
            assertThat(failure(client.call(bytes("abc"))).error()).isEqualTo(ClientError.CANNOT_CONNECT);

            try (ScriptedServer second = ScriptedServer.start(port, ScriptedServer.reversing())) {
                assertThat(text(client.call(bytes("abc")))).isEqualTo("cba");
                assertThat(second.accepted()).isEqualTo(1);
            }
        }
    }

    @Test
    void aListeningClientIsConnectedAgainByItself() {
        var connections = new AtomicInteger();
        var hooks = new ClientHooks() {
            @Override
            public void connected(SocketAddress local) {
                connections.incrementAndGet();
            }
        };
        try (ScriptedServer server = ScriptedServer.start(peer -> peer.reset());
                QuintetClient client = QuintetClient.to(server.address())
                        .backoff(QUICK)
                        .hooks(hooks)
                        .onPush(payload -> {})
                        .connect()) {
            Awaitility.await().until(() -> connections.get() >= 3);
            assertThat(client.inFlight()).isZero();
        }
    }

    @Test
    void withoutReconnectingALossIsTheEnd() {
        try (ScriptedServer server = ScriptedServer.start(peer -> peer.readFrame());
                QuintetClient client = QuintetClient.to(server.address())
                        .reconnect(Reconnect.NEVER)
                        .connect()) {
            assertThat(failure(client.call(bytes("abc"))).error()).isEqualTo(ClientError.CONNECTION_LOST);

            assertThat(failure(client.ended()).error()).isEqualTo(ClientError.CONNECTION_LOST);
            ClientException late = failure(client.call(bytes("abc")));
            assertThat(late.error()).isEqualTo(ClientError.CONNECTION_LOST);
            assertThat(late.mayHaveRun()).isFalse();
        }
    }

    @Test
    void hooksAreToldWhatHappened() {
        List<String> told = new CopyOnWriteArrayList<>();
        var hooks = new ClientHooks() {
            @Override
            public void sent(int payloadBytes) {
                told.add("sent " + payloadBytes);
            }

            @Override
            public void answered(int payloadBytes, Duration took) {
                told.add("answered " + payloadBytes);
            }

            @Override
            public void failed(ClientException why) {
                told.add("failed " + why.error().code());
            }
        };
        try (ScriptedServer server = ScriptedServer.start(peer -> {
                    peer.readFrame();
                    peer.writeFrame("ok");
                    peer.readFrame();
                });
                QuintetClient client = QuintetClient.to(server.address())
                        .reconnect(Reconnect.NEVER)
                        .hooks(hooks)
                        .connect()) {
            text(client.call(bytes("abc")));
            failure(client.call(bytes("abcd")));

            assertThat(told).containsExactly("sent 3", "answered 2", "sent 4", "failed connection-lost");
        }
    }

    private static ScriptedServer.Script losingTheFirstRequest(List<String> received) {
        var connections = new AtomicInteger();
        return peer -> {
            boolean first = connections.getAndIncrement() == 0;
            for (String payload = peer.readFrame(); payload != null; payload = peer.readFrame()) {
                received.add(payload);
                if (first) {
                    return;
                }
                peer.writeFrame(payload);
            }
        };
    }

    private static int freePort() {
        try (ScriptedServer gone = ScriptedServer.start(peer -> {})) {
            return gone.port();
        }
    }
}
