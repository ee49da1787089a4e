package io.quintet.server.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.config.TransportChoice;
import io.quintet.protocol.CloseReason;
import io.quintet.server.DrainReport;
import io.quintet.testing.RawPeer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Programs that poll too slowly, and programs that end, on every transport. */
@Timeout(120)
@ParameterizedClass(name = "{0}")
@EnumSource(
        value = TransportChoice.class,
        names = {"NIO", "EPOLL", "IO_URING"})
class EventOverflowIT {
    @Parameter
    private TransportChoice transport;

    private Program program;

    @AfterEach
    void end() {
        program.close();
    }

    @Test
    void aFullQueuePausesItsPeersAndLosesNothing() {
        program = Program.start(transport, 4, Overflow.PAUSE);
        int frames = 5000;
        try (RawPeer peer = program.connect()) {
            peer.send("00003abc".repeat(frames)).finish();

            program.next(Event.Connected.class);
            for (int i = 0; i < frames; i++) {
                assertThat(program.next(Event.Received.class).text()).isEqualTo("abc");
            }
            program.next(Event.Disconnected.class);
            peer.getsEnd();
        }
        assertThat(program.server().overflows()).isPositive();
    }

    @Test
    void aFullQueueDisconnectsWhereThatWasAskedFor() {
        program = Program.start(transport, 4, Overflow.DISCONNECT);
        try (RawPeer peer = program.connect()) {
            peer.send("00003abc".repeat(50));
            peer.getsEnd();

            long id = program.next(Event.Connected.class).id();
            List<Event> rest = program.until(1, Event.Disconnected.class);
            assertThat(rest).hasSize(4).last().isEqualTo(new Event.Disconnected(id, CloseReason.CLOSED_BY_LOGIC));
        }
    }

    @Test
    void stoppingDeliversWhatWasSentBeforeAndEndsWithDisconnected() {
        program = Program.start(transport, 4, Overflow.PAUSE);
        try (RawPeer first = program.connect();
                RawPeer second = program.connect()) {
            first.send("00001a".repeat(100));
            second.send("00001b".repeat(100));

            List<Event> events = program.until(2, Event.Connected.class);
            CompletionStage<DrainReport> stopped = program.server().stop();
            events.addAll(program.untilFinished());

            assertThat(events).filteredOn(Event.Received.class::isInstance).hasSize(200);
            assertThat(events)
                    .filteredOn(Event.Disconnected.class::isInstance)
                    .extracting(event -> ((Event.Disconnected) event).reason())
                    .containsExactly(CloseReason.DRAINED, CloseReason.DRAINED);
            assertThat(stopped.toCompletableFuture().join().unanswered()).isZero();
            first.getsEnd();
            second.getsEnd();
        }
    }

    @Test
    void closingTheServerKeepsItsEvents() {
        program = Program.start(transport, 4, Overflow.PAUSE);
        try (RawPeer peer = program.connect()) {
            long id = program.next(Event.Connected.class).id();
            peer.send("00003abc00003xyz");
            assertThat(program.next(Event.Received.class).text()).isEqualTo("abc");

            program.server().close();

            assertThat(program.server().isFinished()).isFalse();
            assertThat(program.next(Event.Received.class).text()).isEqualTo("xyz");
            assertThat(program.next(Event.Disconnected.class))
                    .isEqualTo(new Event.Disconnected(id, CloseReason.SERVER_STOPPED));
            assertThat(program.server().isFinished()).isTrue();
            assertThat(program.server().count()).isZero();
        }
    }

    @Test
    void manyPeersAreAnsweredInOrderThroughASmallQueue() {
        program = Program.start(transport, 16, Overflow.PAUSE);
        String frames = IntStream.range(0, 300).mapToObj("00004%04d"::formatted).collect(Collectors.joining());
        List<CompletableFuture<Void>> peers =
                IntStream.range(0, 30).mapToObj(peer -> exchanging(frames)).toList();

        int ended = 0;
        while (ended < peers.size()) {
            Event event = program.next(Event.class);
            if (event instanceof Event.Received received) {
                assertThat(program.server().send(event.id(), received.payload()))
                        .isEqualTo(SendResult.ACCEPTED);
            } else if (event instanceof Event.Disconnected) {
                ended++;
            }
        }

        assertThat(peers).allSatisfy(peer -> assertThat(peer).succeedsWithin(Duration.ofSeconds(60)));
    }

    /** A peer that sends all, ends its side and gets all of it back. */
    private CompletableFuture<Void> exchanging(String frames) {
        RawPeer peer = program.connect();
        Runnable exchange = () -> {
            try (peer) {
                peer.send(frames).finish().gets(frames).getsEnd();
            }
        };
        return CompletableFuture.runAsync(exchange, thread -> new Thread(thread).start());
    }
}
