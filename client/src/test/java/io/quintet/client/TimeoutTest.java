package io.quintet.client;

import static io.quintet.client.Texts.bytes;
import static io.quintet.client.Texts.done;
import static io.quintet.client.Texts.failure;
import static io.quintet.client.Texts.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.testing.ScriptedServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Answers that come late or never, and more requests than there is room for. */
class TimeoutTest {
    private static final Duration SHORT = Duration.ofMillis(150);

    @Test
    void aRequestWithoutAnAnswerTimesOutAndItsConnectionIsReplaced() {
        var connections = new CountDownLatch(2);
        try (ScriptedServer server = ScriptedServer.start(peer -> {
                    connections.countDown();
                    if (connections.getCount() > 0) {
                        peer.readAll();
                    } else {
                        ScriptedServer.reversing().serve(peer);
                    }
                });
                QuintetClient client =
                        QuintetClient.to(server.address()).timeout(SHORT).connect()) {
            var unanswered = client.call(bytes("abc"));

            ClientException why = failure(unanswered);

            assertThat(why.error()).isEqualTo(ClientError.TIMEOUT);
            assertThat(why.mayHaveRun()).isTrue();
            assertThat(why).hasMessage("answer from " + server.address() + ": none within 150 ms (expected: one)");
            assertThat(text(client.call(bytes("xyz")))).isEqualTo("zyx");
            assertThat(server.accepted()).isEqualTo(2);
        }
    }

    @Test
    void aRequestThatKeepsItsPlaceTakesItsLateAnswerWithIt() {
        var go = new CompletableFuture<Void>();
        var late = new CompletableFuture<Integer>();
        var hooks = new ClientHooks() {
            @Override
            public void late(int payloadBytes) {
                late.complete(payloadBytes);
            }
        };
        try (ScriptedServer server = ScriptedServer.start(peer -> {
                    String request = peer.readFrame();
                    done(go);
                    peer.writeFrame(request + "!");
                    ScriptedServer.reversing().serve(peer);
                });
                QuintetClient client = QuintetClient.to(server.address())
                        .timeout(SHORT)
                        .afterTimeout(AfterTimeout.KEEP_PLACE)
                        .hooks(hooks)
                        .connect()) {
            assertThat(failure(client.call(bytes("abc"))).error()).isEqualTo(ClientError.TIMEOUT);
            assertThat(client.inFlight()).isEqualTo(1);

            go.complete(null);

            assertThat(done(late)).isEqualTo(4);
            assertThat(text(client.call(bytes("xyz")))).isEqualTo("zyx");
            assertThat(client.inFlight()).isZero();
            assertThat(server.accepted()).isEqualTo(1);
        }
    }

    @Test
    void aCallBeyondTheLimitFailsAtOnceIfToldSo() {
        try (ScriptedServer server = ScriptedServer.start(peer -> peer.readAll());
                QuintetClient client = QuintetClient.to(server.address())
                        .maxInFlight(2)
                        .whenFull(WhenFull.FAIL)
                        .connect()) {
            client.call(bytes("one"));
            client.call(bytes("two"));

            ClientException why = failure(client.call(bytes("three")));

            assertThat(why.error()).isEqualTo(ClientError.TOO_MANY_IN_FLIGHT);
            assertThat(why).hasMessage("client.max-in-flight: 2 in flight (expected: fewer when calling)");
            client.closeNow();
        }
    }

    @Test
    void aCallBeyondTheLimitWaitsForRoom() {
        var most = new CompletableFuture<Integer>();
        try (ScriptedServer server = ScriptedServer.start(ScriptedServer.reversing());
                QuintetClient client =
                        QuintetClient.to(server.address()).maxInFlight(3).connect()) {
            List<CompletionStage<byte[]>> answers = new ArrayList<>();
            int seen = 0;
            for (int i = 0; i < 500; i++) {
                answers.add(client.call(bytes("abc")));
                seen = Math.max(seen, client.inFlight());
            }
            most.complete(seen);

            answers.forEach(answer -> assertThat(text(answer)).isEqualTo("cba"));
            assertThat(done(most)).isLessThanOrEqualTo(3);
        }
    }

    @Test
    void aCallThatFindsNoRoomInTimeFails() {
        try (ScriptedServer server = ScriptedServer.start(peer -> peer.readAll());
                QuintetClient client = QuintetClient.to(server.address())
                        .maxInFlight(1)
                        .timeout(SHORT)
                        .afterTimeout(AfterTimeout.KEEP_PLACE)
                        .connect()) {
            client.call(bytes("one"));

            assertThat(failure(client.call(bytes("two"))).error()).isEqualTo(ClientError.TOO_MANY_IN_FLIGHT);
            client.closeNow();
        }
    }

    @Test
    void anInterruptedCallerStopsWaitingForRoom() throws InterruptedException {
        try (ScriptedServer server = ScriptedServer.start(peer -> peer.readAll());
                QuintetClient client =
                        QuintetClient.to(server.address()).maxInFlight(1).connect()) {
            client.call(bytes("one"));
            var second = new CompletableFuture<CompletionStage<byte[]>>();
            var caller = new Thread(() -> second.complete(client.call(bytes("two"))));
            caller.start();
            Awaitility.await().until(() -> caller.getState() == Thread.State.TIMED_WAITING);

            caller.interrupt();

            assertThat(failure(done(second)).error()).isEqualTo(ClientError.TOO_MANY_IN_FLIGHT);
            caller.join();
            client.closeNow();
        }
    }
}
