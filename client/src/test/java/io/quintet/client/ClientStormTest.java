package io.quintet.client;

import static io.quintet.client.Texts.bytes;
import static io.quintet.client.Texts.done;
import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.testing.ScriptedPeer;
import io.quintet.testing.ScriptedServer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** Callers on several threads and a server that drops connections at random. */
class ClientStormTest {
    private static final int CALLERS = 4;
    private static final int CALLS = 1_000;

    private final long seed = System.nanoTime();
    private final Map<String, AtomicInteger> received = new ConcurrentHashMap<>();

    @Test
    void everyCallEndsOnceAndNoneIsAnsweredWronglyOrExecutedTwice() {
        var connections = new AtomicLong();
        try (ScriptedServer server =
                        ScriptedServer.start(peer -> serve(peer, new Random(seed + connections.getAndIncrement())));
                QuintetClient client = QuintetClient.to(server.address())
                        .backoff(new Backoff(100, Duration.ofMillis(1), Duration.ofMillis(5)))
                        .connect()) {
            List<CompletableFuture<Integer>> callers = new ArrayList<>();
            for (int caller = 0; caller < CALLERS; caller++) {
                String name = "caller-" + caller + "-call-";
                callers.add(
                        CompletableFuture.supplyAsync(() -> callAll(client, name), task -> new Thread(task).start()));
            }

            int answered = callers.stream().mapToInt(caller -> done(caller)).sum();

            assertThat(answered).as("seed %d", seed).isPositive();
            assertThat(received.values()).as("seed %d", seed).allMatch(times -> times.get() == 1);
            assertThat(client.inFlight()).as("seed %d", seed).isZero();
            assertThat(server.accepted()).as("seed %d", seed).isGreaterThan(1);
        }
    }

    /** How many calls were answered; the others may have failed only with their connection. */
    private int callAll(QuintetClient client, String name) {
        Map<String, CompletableFuture<byte[]>> answers = new LinkedHashMap<>();
        for (int i = 0; i < CALLS; i++) {
            answers.put(name + i, client.call(bytes(name + i)).toCompletableFuture());
        }
        int answered = 0;
        for (var answer : answers.entrySet()) {
            try {
                byte[] payload = done(answer.getValue());
                assertThat(new String(payload, StandardCharsets.ISO_8859_1)).isEqualTo(answer.getKey() + "!");
                answered++;
            } catch (CompletionException e) {
                assertThat(e.getCause()).isInstanceOf(ClientException.class);
                assertThat(((ClientException) e.getCause()).error()).isEqualTo(ClientError.CONNECTION_LOST);
            }
        }
        return answered;
    }

    private void serve(ScriptedPeer peer, Random random) throws Exception {
        for (String payload = peer.readFrame(); payload != null; payload = peer.readFrame()) {
            received.computeIfAbsent(payload, name -> new AtomicInteger()).incrementAndGet();
            int fate = random.nextInt(200);
            if (fate == 0) {
                peer.reset();
                return;
            }
            if (fate == 1) {
                return;
            }
            peer.writeFrame(payload + "!");
        }
    }
}
