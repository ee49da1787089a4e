package io.quintet.server;

import static io.quintet.server.TestServer.await;
import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.config.TransportChoice;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A drain while 50 connections are busy: each gets all answers to what it had sent before, in order, and then FIN. */
@OnEveryTransport
class DrainUnderLoadIT {
    private static final int CONNECTIONS = 50;
    private static final int WINDOW = 8;

    private final TransportChoice transport;

    DrainUnderLoadIT(TransportChoice transport) {
        this.transport = transport;
    }

    /** Keeps some requests on their way until the server ends the connection. */
    private static final class Client {
        private final RawPeer peer;
        private final int number;
        private final AtomicInteger sent = new AtomicInteger();

        Client(TestServer server, int number) {
            this.peer = server.connect();
            this.number = number;
        }

        private String payload(int request) {
            return "%02d-%07d".formatted(number, request);
        }

        private void sendOne() {
            peer.send("00010" + payload(sent.get()));
            sent.incrementAndGet();
        }

        /** How many answers came before FIN. */
        int run(CountDownLatch warm) {
            for (int i = 0; i < WINDOW; i++) {
                sendOne();
            }
            int answered = 0;
            while (true) {
                String answer = RawPeer.text(peer.next(15));
                if (answer.isEmpty()) {
                    peer.close();
                    return answered;
                }
                assertThat(answer).isEqualTo("00010" + TestFrames.reversed(payload(answered)));
                answered++;
                if (answered == 30) {
                    warm.countDown();
                }
                sendOne();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingThatWasSentBeforeIsLost(SegmentationIT.Way way) throws InterruptedException {
        CountDownLatch warm = new CountDownLatch(CONNECTIONS);
        List<Client> clients = new ArrayList<>();
        List<CompletableFuture<Integer>> answered = new ArrayList<>();
        try (TestServer server =
                TestServer.start(transport, s -> s.withEventLoops(s.eventLoops().withThreads(2)), way.reverse())) {
            for (int i = 0; i < CONNECTIONS; i++) {
                Client client = new Client(server, i);
                clients.add(client);
                answered.add(new CompletableFuture<>());
                start(client, warm, answered.get(i));
            }
            assertThat(warm.await(30, TimeUnit.SECONDS)).as("warm in time").isTrue();

            List<Integer> sentBefore =
                    clients.stream().map(client -> client.sent.get()).toList();
            CompletionStage<DrainReport> draining = server.server().drain();

            for (int i = 0; i < CONNECTIONS; i++) {
                assertThat(answered.get(i)).as("connection " + i).succeedsWithin(20, TimeUnit.SECONDS);
                assertThat(answered.get(i).join()).as("answers on " + i).isGreaterThanOrEqualTo(sentBefore.get(i));
            }
            assertThat(await(draining).forced()).isFalse();
        }
    }

    private static void start(Client client, CountDownLatch warm, CompletableFuture<Integer> answered) {
        Thread thread = new Thread(() -> {
            try {
                answered.complete(client.run(warm));
            } catch (Throwable failure) {
                answered.completeExceptionally(failure);
                warm.countDown();
            }
        });
        thread.setDaemon(true);
        thread.start();
    }
}
