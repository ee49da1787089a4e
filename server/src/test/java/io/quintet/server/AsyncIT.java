package io.quintet.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quintet.config.AnswerOrder;
import io.quintet.config.ErrorPolicy;
import io.quintet.config.ServerSettings;
import io.quintet.config.TransportChoice;
import io.quintet.logic.AsyncLogic;
import io.quintet.logic.BlockingLogic;
import io.quintet.logic.Reply;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Answers that come later: their order, their limits, and what becomes of those nobody waits for any more. */
@OnEveryTransport
class AsyncIT {
    private final TransportChoice transport;
    private final HeldLogic held = new HeldLogic();

    AsyncIT(TransportChoice transport) {
        this.transport = transport;
    }

    private static ServerSettings byCompletion(ServerSettings settings) {
        return settings.withAnswering(settings.answering().withOrder(AnswerOrder.COMPLETION));
    }

    private static UnaryOperator<ServerSettings> logicTimeout(String policy) {
        return settings -> settings.withTimeouts(settings.timeouts().withLogic(Duration.ofMillis(200)))
                .withAnswering(settings.answering().withOnLogicError(ErrorPolicy.parse(policy)));
    }

    private static UnaryOperator<ServerSettings> maxInFlight(int requests) {
        return settings -> settings.withLimits(settings.limits().withMaxInFlight(requests));
    }

    @Test
    void answersLeaveInRequestOrder() {
        try (TestServer server = TestServer.start(transport, held);
                RawPeer peer = server.connect()) {
            peer.send("00001a00001b00001c").finish();
            held.answer("c");
            held.answer("b");
            peer.silentFor(Duration.ofMillis(50));
            held.answer("a");

            peer.gets("00001a00001b00001c").getsEnd();
            assertThat(server.reasonFor(peer)).isEqualTo("eof");
        }
    }

    @Test
    void answersLeaveAsTheyComeWhereThatWasAskedFor() {
        try (TestServer server = TestServer.start(transport, AsyncIT::byCompletion, held);
                RawPeer peer = server.connect()) {
            peer.send("00001a00001b00001c").finish();
            held.answer("c");
            peer.gets("00001c");
            held.answer("a");
            peer.gets("00001a");
            held.answer("b");

            peer.gets("00001b").getsEnd();
        }
    }

    @Test
    void noMoreRequestsThanAllowedAreInFlight() {
        try (TestServer server = TestServer.start(transport, maxInFlight(2), held);
                RawPeer peer = server.connect()) {
            peer.send("00001a00001b00001c00001d00001e").finish();
            held.call("b");
            peer.silentFor(Duration.ofMillis(50));
            assertThat(held.count()).isEqualTo(2);

            held.answer("a");
            peer.gets("00001a");
            held.call("c");
            peer.silentFor(Duration.ofMillis(50));
            assertThat(held.count()).isEqualTo(3);

            held.answer("c");
            held.answer("b");
            held.answer("d");
            held.answer("e");
            peer.gets("00001b00001c00001d00001e").getsEnd();
        }
    }

    @Test
    void readingPausesWhileTooManyAreInFlight() {
        byte[] megabytes = RawPeer.bytes(("09999" + "x".repeat(9999)).repeat(3000));
        try (TestServer server = TestServer.start(transport, maxInFlight(1), held);
                RawPeer peer = server.connect()) {
            peer.send("00001a");
            held.call("a");
            Thread sender = new Thread(() -> {
                try {
                    peer.send(megabytes);
                } catch (java.io.UncheckedIOException closed) {
                    // at the end of the test
                }
            });
            sender.start();
            peer.silentFor(Duration.ofMillis(300));

            assertThat(sender.isAlive()).as("the sender is stuck").isTrue();
            assertThat(held.count()).isEqualTo(1);
        }
    }

    @ParameterizedTest
    @CsvSource({"reply:{reason}, 00001a00013logic-timeout00001c00001d", "drop, 00001a00001c00001d"})
    void aLateAnswerIsDroppedAndTheConnectionGoesOn(String policy, String expected) {
        AsyncLogic holdsB = (request, connection) -> request[0] == 'b'
                ? held.answer(request, connection)
                : CompletableFuture.completedFuture(Shape.reply(RawPeer.text(request)));
        try (TestServer server = TestServer.start(transport, logicTimeout(policy), holdsB);
                RawPeer peer = server.connect()) {
            peer.send("00001a00001b00001c");
            await().until(() -> held.call("b").isCancelled());
            held.answer("b");
            peer.send("00001d").finish();

            peer.gets(expected).getsEnd();
            assertThat(server.reasonFor(peer)).isEqualTo("eof");
        }
    }

    @Test
    void whatIsInFlightIsCancelledWhenThePeerResets() {
        try (TestServer server = TestServer.start(transport, held);
                RawPeer peer = server.connect()) {
            peer.send("00001a00001b");
            held.call("b");
            peer.reset();

            await().until(() -> held.call("a").isCancelled() && held.call("b").isCancelled());
            assertThat(server.reasonFor(peer)).isEqualTo("peer-reset");
        }
    }

    @Test
    void aBlockingLogicIsInterruptedWhenThePeerResets() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        BlockingLogic waits = (request, connection) -> {
            begun.countDown();
            try {
                return new java.util.concurrent.CompletableFuture<Reply>().get();
            } catch (InterruptedException asked) {
                interrupted.countDown();
                throw asked;
            }
        };
        try (TestServer server = TestServer.start(transport, waits);
                RawPeer peer = server.connect()) {
            peer.send("00001a");
            assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
            peer.reset();

            assertThat(interrupted.await(10, TimeUnit.SECONDS)).isTrue();
            assertThat(server.reasonFor(peer)).isEqualTo("peer-reset");
        }
    }

    @Test
    void aFailureInTheMiddleCancelsWhatFollows() {
        try (TestServer server = TestServer.start(transport, held);
                RawPeer peer = server.connect()) {
            peer.send("00001a00001b00001c");
            held.answer("a");
            held.call("c");
            held.call("b").completeExceptionally(new IllegalStateException("as asked for"));

            peer.gets("00001a").getsEnd();
            assertThat(server.reasonFor(peer)).isEqualTo("logic-error");
            await().until(() -> held.call("c").isCancelled());
        }
    }

    @Test
    void aBadFrameBehindRequestsInFlightWaitsForTheirAnswers() {
        try (TestServer server = TestServer.start(transport, held);
                RawPeer peer = server.connect()) {
            peer.send("00001a00001bXXXXX00001c");
            held.answer("b");
            peer.silentFor(Duration.ofMillis(50));
            held.answer("a");

            peer.gets("00001a00001b").getsEnd();
            assertThat(server.reasonFor(peer)).isEqualTo("bad-header");
            assertThat(held.count()).isEqualTo(2);
        }
    }

    @Test
    void emptyFramesAreEchoedInOrder() {
        try (TestServer server = TestServer.start(transport, TestServer.framing("ascii:5,zero=echo"), held);
                RawPeer peer = server.connect()) {
            peer.send("00001a0000000001b00000").finish();
            held.answer("b");
            peer.silentFor(Duration.ofMillis(50));
            held.answer("a");

            peer.gets("00001a0000000001b00000").getsEnd();
        }
    }
}
