package io.quintet.server;

import static io.quintet.server.TestServer.await;
import static io.quintet.server.TestServer.builtIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quintet.config.ServerSettings;
import io.quintet.config.TransportChoice;
import io.quintet.logic.InlineLogic;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A server's end: what was sent before is answered, what cannot be is cut, and a second stop is at once. */
@OnEveryTransport
class DrainIT {
    private final TransportChoice transport;

    DrainIT(TransportChoice transport) {
        this.transport = transport;
    }

    private static UnaryOperator<ServerSettings> drainTimeout(Duration timeout) {
        return settings -> settings.withTimeouts(settings.timeouts().withDrain(timeout));
    }

    @Test
    void idleConnectionsEndAndNewOnesAreRefused() {
        try (TestServer server = TestServer.start(transport, builtIn("reverse"));
                RawPeer idle = server.connect();
                RawPeer fresh = server.connect()) {
            idle.send("00003abc").gets("00003cba");
            CompletionStage<DrainReport> draining = server.server().drain();
            idle.getsEnd().finish();
            fresh.getsEnd().finish();

            DrainReport report = await(draining);
            assertThat(report.unanswered()).isZero();
            assertThat(report.forced()).isFalse();
            assertThat(server.reasonFor(idle)).isEqualTo("drained");
            assertThatThrownBy(server::connect).isInstanceOf(UncheckedIOException.class);
        }
    }

    @Test
    void aServerWithoutConnectionsEndsAtOnce() {
        try (TestServer server = TestServer.start(transport, builtIn("reverse"))) {
            DrainReport report = await(server.server().drain());

            assertThat(report.connections()).isZero();
            assertThat(report.took()).isLessThan(Duration.ofSeconds(10));
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatWasSentBeforeIsAnswered(SegmentationIT.Way way) {
        int frames = 5_000;
        byte[] sent = RawPeer.bytes(("00110abcdefghij" + "x".repeat(100)).repeat(frames));
        byte[] answered = RawPeer.bytes(("00110" + "x".repeat(100) + "jihgfedcba").repeat(frames));
        try (TestServer server = TestServer.start(transport, way.reverse());
                RawPeer peer = server.connect()) {
            Thread sender = new Thread(() -> {
                peer.send(sent);
                server.server().drain();
            });
            sender.start();

            peer.gets(answered).getsEnd().finish();
            assertThat(await(server.server().drain()).unanswered()).isZero();
        }
    }

    @Test
    void theRestOfAFrameThatHadBegunIsNotWaitedFor() {
        try (TestServer server = TestServer.start(transport, builtIn("reverse"));
                RawPeer peer = server.connect()) {
            peer.send("00003abc00005ab").gets("00003cba");
            CompletionStage<DrainReport> draining = server.server().drain();

            peer.getsEnd().finish();
            await(draining);
        }
    }

    @Test
    void aRequestInFlightIsWaitedFor() {
        HeldLogic held = new HeldLogic();
        try (TestServer server = TestServer.start(transport, held);
                RawPeer peer = server.connect()) {
            peer.send("00003abc");
            held.call("abc");
            CompletionStage<DrainReport> draining = server.server().drain();
            peer.silentFor(Duration.ofMillis(300));
            held.answer("abc");

            peer.gets("00003abc").getsEnd().finish();
            assertThat(await(draining).unanswered()).isZero();
        }
    }

    @Test
    void whatTakesTooLongIsCut() {
        HeldLogic held = new HeldLogic();
        try (TestServer server = TestServer.start(transport, drainTimeout(Duration.ofMillis(300)), held);
                RawPeer peer = server.connect()) {
            peer.send("00003abc");
            held.call("abc");

            DrainReport report = await(server.server().drain());

            assertThat(report.forced()).isTrue();
            assertThat(report.unanswered()).isEqualTo(1);
            assertThat(report.took()).isGreaterThan(Duration.ofMillis(280));
            assertThat(server.reasonFor(peer)).isEqualTo("server-stopped");
        }
    }

    @Test
    void aSecondStopIsAtOnce() {
        HeldLogic held = new HeldLogic();
        try (TestServer server = TestServer.start(transport, held);
                RawPeer peer = server.connect()) {
            peer.send("00003abc");
            held.call("abc");
            CompletionStage<DrainReport> draining = server.server().drain();

            DrainReport report = await(server.server().stopNow());

            assertThat(draining.toCompletableFuture()).isCompletedWithValue(report);
            assertThat(report.forced()).isTrue();
            assertThat(report.unanswered()).isEqualTo(1);
            assertThat(report.took()).isLessThan(Duration.ofSeconds(20));
        }
    }

    private static UnaryOperator<ServerSettings> drainDelay(Duration delay) {
        return settings -> settings.withTurnover(settings.turnover().withDrainDelay(delay));
    }

    @Test
    void duringTheDelayItIsNotReadyAndServesNewConnections() {
        try (TestServer server = TestServer.start(transport, drainDelay(Duration.ofDays(1)), builtIn("reverse"))) {
            assertThat(server.server().isReady()).isTrue();
            CompletionStage<DrainReport> draining = server.server().drain();
            assertThat(server.server().isReady()).isFalse();
            try (RawPeer peer = server.connect()) {
                peer.send("00003abc").gets("00003cba").silentFor(Duration.ofMillis(300));
                peer.send("00003xyz").gets("00003zyx");
            }
            DrainReport report = await(server.server().stopNow());
            assertThat(draining.toCompletableFuture()).isCompletedWithValue(report);
            assertThat(report.unanswered()).isZero();
        }
    }

    @Test
    void afterTheDelayItDrains() {
        try (TestServer server = TestServer.start(transport, drainDelay(Duration.ofMillis(300)), builtIn("reverse"));
                RawPeer peer = server.connect()) {
            peer.send("00003abc").gets("00003cba");
            CompletionStage<DrainReport> draining = server.server().drain();
            peer.getsEnd().finish();

            assertThat(await(draining).forced()).isFalse();
            assertThat(server.reasonFor(peer)).isEqualTo("drained");
            assertThatThrownBy(server::connect).isInstanceOf(UncheckedIOException.class);
        }
    }

    @Test
    void theDrainsTimeoutDoesNotCountTheDelay() {
        HeldLogic held = new HeldLogic();
        UnaryOperator<ServerSettings> timeout = drainTimeout(Duration.ofMillis(200));
        UnaryOperator<ServerSettings> delay = drainDelay(Duration.ofDays(1));
        try (TestServer server = TestServer.start(transport, settings -> delay.apply(timeout.apply(settings)), held);
                RawPeer peer = server.connect()) {
            peer.send("00003abc");
            held.call("abc");
            server.server().drain();
            peer.silentFor(Duration.ofMillis(400));
            held.answer("abc");

            peer.gets("00003abc");
        }
    }

    @Test
    void aLogicMayBeginTheDrain() {
        AtomicReference<QuintetServer> itself = new AtomicReference<>();
        InlineLogic quits = (request, answer) -> {
            answer.append("bye");
            itself.get().drain();
        };
        try (TestServer server = TestServer.start(transport, quits);
                RawPeer peer = server.connect()) {
            itself.set(server.server());
            peer.send("00004quit").gets("00003bye").getsEnd().finish();

            await(server.server().drain());
        }
    }

    @Test
    void aLogicThatCannotBeClosedDoesNotKeepTheServerFromEnding() {
        List<String> closed = new ArrayList<>();
        try (TestServer server =
                        TestServer.start(transport, failingToClose("first", closed), failingToClose("second", closed));
                RawPeer peer = server.connect()) {
            peer.send("00003abc").gets("00003abc").finish().getsEnd();
            await(server.server().drain());
        }
        assertThat(closed).containsExactly("first", "second");
    }

    private static InlineLogic failingToClose(String name, List<String> closed) {
        return new InlineLogic() {
            @Override
            public void answer(io.quintet.logic.Request request, io.quintet.logic.Answer answer) {
                answer.append(request.payload());
            }

            @Override
            public void close() {
                closed.add(name);
                throw new IllegalStateException(name + " fails to close, as asked for");
            }
        };
    }
}
