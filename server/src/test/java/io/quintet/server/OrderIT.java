package io.quintet.server;

import static io.quintet.server.Shape.reply;
import static io.quintet.server.TestServer.await;
import static io.quintet.server.TestServer.builtIn;
import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.config.TransportChoice;
import io.quintet.logic.BlockingLogic;
import io.quintet.logic.Logic;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Requests that take random times: every answer is right and in order, to the last one before the end. */
@OnEveryTransport
class OrderIT {
    private static final int CONNECTIONS = 50;
    private static final int REQUESTS = Integer.getInteger("quintet.test.requests", 10_000) / CONNECTIONS;

    private final TransportChoice transport;

    OrderIT(TransportChoice transport) {
        this.transport = transport;
    }

    enum Delayed {
        ASYNCHRONOUS {
            @Override
            Logic[] reverse() {
                return builtIn("delay:0ms..5ms", "reverse");
            }
        },
        BLOCKING {
            @Override
            Logic[] reverse() {
                BlockingLogic slow = (request, connection) -> {
                    LockSupport.parkNanos(ThreadLocalRandom.current().nextInt(5_000_000));
                    return reply(TestFrames.reversed(RawPeer.text(request)));
                };
                return new Logic[] {slow};
            }
        };

        abstract Logic[] reverse();
    }

    @ParameterizedTest
    @EnumSource
    void everyAnswerIsRightAndInOrderBeforeAHalfClose(Delayed delayed) {
        try (TestServer server = start(delayed)) {
            List<CompletableFuture<Void>> clients = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                clients.add(client(server, i, peer -> peer.finish()));
            }
            for (CompletableFuture<Void> client : clients) {
                assertThat(client).succeedsWithin(60, TimeUnit.SECONDS);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyAnswerIsRightAndInOrderThoughTheServerDrains(Delayed delayed) throws InterruptedException {
        CountDownLatch sent = new CountDownLatch(CONNECTIONS);
        try (TestServer server = start(delayed)) {
            List<CompletableFuture<Void>> clients = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                clients.add(client(server, i, peer -> sent.countDown()));
            }
            assertThat(sent.await(30, TimeUnit.SECONDS)).isTrue();
            CompletionStage<DrainReport> draining = server.server().drain();

            for (CompletableFuture<Void> client : clients) {
                assertThat(client).succeedsWithin(60, TimeUnit.SECONDS);
            }
            DrainReport report = await(draining);
            assertThat(report.unanswered()).isZero();
            assertThat(report.forced()).isFalse();
        }
    }

    private TestServer start(Delayed delayed) {
        return TestServer.start(
                transport,
                settings -> settings.withEventLoops(settings.eventLoops().withThreads(2)),
                delayed.reverse());
    }

    /** Sends all requests at once, does {@code then}, and reads the answers to the end. */
    private static CompletableFuture<Void> client(
            TestServer server, int number, java.util.function.Consumer<RawPeer> then) {
        StringBuilder sent = new StringBuilder();
        StringBuilder answered = new StringBuilder();
        for (int i = 0; i < REQUESTS; i++) {
            String payload = "%02d-%07d".formatted(number, i);
            sent.append("00010").append(payload);
            answered.append("00010").append(TestFrames.reversed(payload));
        }
        RawPeer peer = server.connect();
        return inThread(() -> {
            try (peer) {
                peer.send(sent.toString());
                then.accept(peer);
                peer.gets(answered.toString()).getsEnd();
            }
        });
    }

    private static CompletableFuture<Void> inThread(Runnable action) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            try {
                action.run();
                done.complete(null);
            } catch (Throwable failure) {
                done.completeExceptionally(failure);
            }
        });
        thread.setDaemon(true);
        thread.start();
        return done;
    }
}
