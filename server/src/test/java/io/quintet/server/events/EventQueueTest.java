package io.quintet.server.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quintet.logic.Reply;
import io.quintet.protocol.CloseReason;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The queue without a server: what is in it, what waits outside, and which requests are thereby answered. */
@Timeout(20)
class EventQueueTest {
    private static final SocketAddress PEER = InetSocketAddress.createUnresolved("192.0.2.1", 40000);
    private static final Duration LONG = Duration.ofHours(1);

    @Test
    void eventsComeInOrder() {
        EventQueue queue = new EventQueue(10, Overflow.PAUSE);

        queue.connected(1, PEER);
        queue.received(1, bytes("a"));
        queue.received(1, bytes("b"));
        queue.disconnected(1, CloseReason.EOF);

        assertThat(polled(queue)).containsExactly(connected(1), received(1, "a"), received(1, "b"), gone(1));
    }

    @Test
    void anEventIsHandledWhenTheNextOneIsPolled() {
        EventQueue queue = new EventQueue(10, Overflow.PAUSE);
        queue.connected(1, PEER);
        CompletableFuture<Reply> request = request(queue, 1, "a");

        assertThat(polled(queue, 2)).containsExactly(connected(1), received(1, "a"));
        assertThat(request).isNotDone();

        assertThat(queue.poll()).isEmpty();
        assertThat(request).isCompletedWithValue(Reply.none());
    }

    @Test
    void aTimedPollSaysAtOnceThatTheEventBeforeIsHandled() throws InterruptedException {
        EventQueue queue = new EventQueue(10, Overflow.PAUSE);
        queue.connected(1, PEER);
        CompletableFuture<Reply> request = request(queue, 1, "a");
        request.thenRun(() -> queue.disconnected(1, CloseReason.EOF));
        polled(queue, 2);

        assertThat(queue.poll(LONG)).contains(gone(1));
    }

    @Test
    void oneRequestOfAConnectionStaysInFlightWhileThereIsRoom() {
        EventQueue queue = new EventQueue(10, Overflow.PAUSE);
        queue.connected(1, PEER);

        CompletableFuture<Reply> first = request(queue, 1, "a");
        CompletableFuture<Reply> second = request(queue, 1, "b");

        assertThat(first).isNotDone();
        assertThat(second).isCompletedWithValue(Reply.none());
        polled(queue, 2);
        assertThat(queue.poll()).contains(received(1, "b"));
        assertThat(first).isNotDone();
        assertThat(queue.poll()).isEmpty();
        assertThat(first).isDone();
    }

    @Test
    void aRequestThatDoesNotFitStaysInFlightUntilItDoes() {
        EventQueue queue = new EventQueue(2, Overflow.PAUSE);
        queue.connected(1, PEER);
        request(queue, 1, "a");

        CompletableFuture<Reply> tooMany = request(queue, 1, "b");

        assertThat(tooMany).isNotDone();
        assertThat(queue.overflows()).isEqualTo(1);
        assertThat(queue.poll()).contains(connected(1));
        assertThat(tooMany).isDone();
        assertThat(polled(queue)).containsExactly(received(1, "a"), received(1, "b"));
    }

    @Test
    void connectionsThatWaitForRoomTakeTurns() {
        EventQueue queue = new EventQueue(2, Overflow.PAUSE);
        queue.connected(1, PEER);
        queue.connected(2, PEER);
        queue.received(1, bytes("a"));
        queue.received(1, bytes("b"));
        queue.received(2, bytes("c"));
        queue.connected(3, PEER);

        assertThat(polled(queue))
                .containsExactly(
                        connected(1), connected(2), received(1, "a"), received(2, "c"), connected(3), received(1, "b"));
    }

    @Test
    void whatWaitsOutsideComesBeforeTheDisconnectedEvent() {
        EventQueue queue = new EventQueue(1, Overflow.PAUSE);
        queue.connected(1, PEER);
        queue.received(1, bytes("a"));
        queue.received(1, bytes("b"));

        queue.disconnected(1, CloseReason.PEER_RESET);

        assertThat(polled(queue))
                .containsExactly(
                        connected(1),
                        received(1, "a"),
                        received(1, "b"),
                        new Event.Disconnected(1, CloseReason.PEER_RESET));
    }

    @Test
    void whoIsGoneBeforeItsConnectingFitLeavesNothing() {
        EventQueue queue = new EventQueue(1, Overflow.PAUSE);
        queue.connected(1, PEER);

        for (int id = 2; id <= 1000; id++) {
            queue.connected(id, PEER);
            queue.received(id, bytes("a"));
            queue.disconnected(id, CloseReason.PEER_RESET);
        }

        assertThat(polled(queue)).containsExactly(connected(1));
    }

    @Test
    void disconnectPolicyRefusesWhatDoesNotFit() {
        EventQueue queue = new EventQueue(2, Overflow.DISCONNECT);

        assertThat(queue.connected(1, PEER)).isTrue();
        request(queue, 1, "a");
        Reply refused = request(queue, 1, "b").join();
        assertThat(refused.closes()).isTrue();
        assertThat(queue.connected(2, PEER)).isFalse();
        queue.disconnected(1, CloseReason.CLOSED_BY_LOGIC);
        queue.disconnected(2, CloseReason.CLOSED_BY_LOGIC);

        assertThat(polled(queue))
                .containsExactly(
                        connected(1), received(1, "a"), new Event.Disconnected(1, CloseReason.CLOSED_BY_LOGIC));
        assertThat(queue.overflows()).isEqualTo(2);
    }

    @Test
    void endingAConnectionAnswersItsRequestsAndTakesNoMore() {
        EventQueue queue = new EventQueue(2, Overflow.PAUSE);
        queue.connected(1, PEER);
        CompletableFuture<Reply> inside = request(queue, 1, "a");
        CompletableFuture<Reply> outside = request(queue, 1, "b");

        queue.end(1);
        CompletableFuture<Reply> late = request(queue, 1, "c");
        queue.disconnected(1, CloseReason.CLOSED_BY_LOGIC);

        assertThat(List.of(inside, outside, late)).allMatch(CompletableFuture::isDone);
        assertThat(polled(queue).subList(1, 3)).containsExactly(received(1, "a"), received(1, "b"));
    }

    @Test
    void pollingGoesOnAfterTheEndAndNoLongerWaits() throws InterruptedException {
        EventQueue queue = new EventQueue(2, Overflow.PAUSE);
        queue.connected(1, PEER);
        queue.disconnected(1, CloseReason.SERVER_STOPPED);

        queue.end();

        assertThat(queue.isFinished()).isFalse();
        assertThat(queue.poll(LONG)).contains(connected(1));
        assertThat(queue.poll(LONG)).isPresent();
        assertThat(queue.poll(LONG)).isEmpty();
        assertThat(queue.isFinished()).isTrue();
    }

    @Test
    void timedPollEndsWithoutAnEvent() throws InterruptedException {
        EventQueue queue = new EventQueue(2, Overflow.PAUSE);

        assertThat(queue.poll(Duration.ofMillis(1))).isEmpty();
        assertThat(queue.poll(Duration.ofSeconds(-1))).isEmpty();
    }

    @Test
    void timedPollIsWokenByAnEvent() throws InterruptedException {
        EventQueue queue = new EventQueue(2, Overflow.PAUSE);
        CompletableFuture.runAsync(() -> queue.connected(1, PEER));

        assertThat(queue.poll(LONG)).contains(connected(1));
    }

    @Test
    void aQueueWithoutRoomIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EventQueue(0, Overflow.PAUSE))
                .withMessage("capacity: 0 (expected: at least 1)");
    }

    private static CompletableFuture<Reply> request(EventQueue queue, long id, String payload) {
        return queue.received(id, bytes(payload)).toCompletableFuture();
    }

    private static List<Event> polled(EventQueue queue) {
        return polled(queue, Integer.MAX_VALUE);
    }

    private static List<Event> polled(EventQueue queue, int most) {
        List<Event> events = new ArrayList<>();
        while (events.size() < most) {
            Optional<Event> next = queue.poll();
            if (next.isEmpty()) {
                break;
            }
            events.add(next.get());
        }
        return events;
    }

    private static Event connected(long id) {
        return new Event.Connected(id, PEER);
    }

    private static Event received(long id, String payload) {
        return new Event.Received(id, bytes(payload));
    }

    private static Event gone(long id) {
        return new Event.Disconnected(id, CloseReason.EOF);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
