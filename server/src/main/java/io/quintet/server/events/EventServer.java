package io.quintet.server.events;

import io.quintet.config.AnswerOrder;
import io.quintet.config.ServerSettings;
import io.quintet.logic.Connection;
import io.quintet.server.DrainReport;
import io.quintet.server.QuintetServer;
import io.quintet.server.ServerStartException;
import java.net.SocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * A server for programs with a loop of their own, such as a game's tick: what happens is polled, and frames are sent by
 * connection.
 *
 * <pre>{@code
 * try (EventServer server = EventServer.start(ServerSettings.defaults())) {
 *     while (game.isRunning()) {
 *         for (Optional<Event> next = server.poll(); next.isPresent(); next = server.poll()) {
 *             game.handle(next.get());
 *         }
 *         game.tick();
 *     }
 * }
 * }</pre>
 *
 * <p>One thread polls; {@link #send}, {@link #close(long)} and the rest are safe from any thread. An event counts as
 * handled when the next one is polled: until then its connection stays open, even where the peer has ended its side or
 * the server is being stopped, so that what the program sends meanwhile still reaches the peer.
 */
public final class EventServer implements AutoCloseable {
    /** How many events the queue holds where nothing is said. */
    public static final int DEFAULT_CAPACITY = 4096;

    /** One request that holds the connection open, one that pauses it: see {@link EventSource}. */
    private static final int MAX_IN_FLIGHT = 2;

    private final EventQueue queue;
    private final QuintetServer server;

    private EventServer(EventQueue queue, QuintetServer server) {
        this.queue = queue;
        this.server = server;
    }

    /** Starts a server with room for {@link #DEFAULT_CAPACITY} events that pauses who sends too much. */
    public static EventServer start(ServerSettings settings) {
        return start(settings, DEFAULT_CAPACITY, Overflow.PAUSE);
    }

    /**
     * Starts a server; when this returns, it accepts connections.
     *
     * @param settings all but {@code limits.max-in-flight}, {@code limits.logic-timeout} and {@code answers.order}, which
     *     mean nothing here
     * @param capacity connected and received events that are kept for the program; at least 1
     * @param overflow what happens to a connection whose event does not fit
     * @throws ServerStartException in one line for the user
     */
    public static EventServer start(ServerSettings settings, int capacity, Overflow overflow) {
        EventQueue queue = new EventQueue(capacity, overflow);
        return new EventServer(queue, QuintetServer.start(adapted(settings), List.of(new EventLogic(queue))));
    }

    private static ServerSettings adapted(ServerSettings settings) {
        return settings.withLimits(settings.limits().withMaxInFlight(MAX_IN_FLIGHT))
                .withTimeouts(settings.timeouts().withLogic(Duration.ZERO))
                .withAnswering(settings.answering().withOrder(AnswerOrder.COMPLETION));
    }

    /** The next event, if there is one already. */
    @CheckReturnValue
    public Optional<Event> poll() {
        return queue.poll();
    }

    /** The next event, waited for; none after {@code timeout}, or at once where {@link #isFinished}. */
    @CheckReturnValue
    public Optional<Event> poll(Duration timeout) throws InterruptedException {
        return queue.poll(timeout);
    }

    /** Sends a frame to the connection {@code id}; the caller no longer changes {@code payload}. */
    @CheckReturnValue
    public SendResult send(long id, byte[] payload) {
        return server.connections()
                .find(id)
                .map(connection -> SendResult.of(connection.push(payload)))
                .orElseGet(() -> queue.knows(id) ? SendResult.ENDED : SendResult.UNKNOWN);
    }

    /**
     * Ends the connection {@code id} as {@code closed-by-logic}, once what was sent to it is written. What it sent before
     * and is in the queue is still polled; what comes later is not received.
     */
    @CheckReturnValue
    public CloseResult close(long id) {
        Optional<Connection> connection = server.connections().find(id);
        if (connection.isEmpty()) {
            return queue.knows(id) ? CloseResult.ENDED : CloseResult.UNKNOWN;
        }
        connection.get().close();
        queue.end(id);
        return CloseResult.CLOSING;
    }

    /** How many connections are open. */
    public int count() {
        return server.connections().count();
    }

    /** How many events found the queue full, since the start. */
    public long overflows() {
        return queue.overflows();
    }

    /** The bound addresses with their real ports, in the order of the settings. */
    public List<SocketAddress> addresses() {
        return server.addresses();
    }

    /**
     * Begins to end the server gracefully and returns at once: no one new can connect, and what was sent before is still
     * received. The program goes on polling until {@link #isFinished}; each connection's last event is its disconnected
     * one. What is still open after {@code limits.drain-timeout} is cut.
     *
     * @return done when everything is closed, which takes a thread that polls
     */
    public CompletionStage<DrainReport> stop() {
        return server.drain();
    }

    /** Whether the server has ended and every event was polled. */
    public boolean isFinished() {
        return queue.isFinished();
    }

    /**
     * Ends the server at once, waiting for no one to poll: connections are cut as {@code server-stopped}. Every event
     * that was in the queue, and the disconnected one of each connection, can still be polled afterwards.
     */
    @Override
    public void close() {
        server.stopNow().toCompletableFuture().join();
    }
}
