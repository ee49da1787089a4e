package io.quintet.client;

import io.netty.channel.EventLoop;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A client for framed servers. Calls are pipelined on one connection, and answers come back in the order of the calls.
 *
 * <pre>{@code
 * try (QuintetClient client = QuintetClient.connect("127.0.0.1:6789")) {
 *     CompletionStage<byte[]> first = client.call("abc".getBytes(UTF_8));
 *     CompletionStage<byte[]> second = client.call("xyz".getBytes(UTF_8));
 *     first.thenAcceptBoth(second, (one, two) -> {
 *         System.out.println(new String(one, UTF_8)); // cba
 *         System.out.println(new String(two, UTF_8)); // zyx
 *     }).toCompletableFuture().join();
 * }
 * }</pre>
 *
 * <p>Stages fail with a {@link ClientException}, and run their dependants on the client's event loop: what may block
 * belongs into an {@code ...Async} one. Payloads are not copied: leave them as they are until the answer is there. A
 * malformed answer, one that nobody asked for and, unless told otherwise, one that does not come in time close the
 * connection, since no later answer could be told apart from it. What then happens to the other requests is said by
 * {@link Reconnect}; how many there may be, by {@link ClientBuilder#maxInFlight}.
 *
 * <p>Safe from any thread.
 */
public final class QuintetClient implements AutoCloseable {
    private final ClientSettings settings;
    private final EventLoop loop;
    private final Slots slots;
    private final PayloadRules rules;
    private final Conversation conversation;
    private final Inbox inbox;

    private QuintetClient(ClientSettings settings, ClientTransport transport) {
        this.settings = settings;
        this.loop = transport.loops().next();
        this.slots = new Slots(settings.limits());
        this.rules = new PayloadRules(settings.framing());
        var parts = new Connector.Parts(
                settings, transport, loop, new Failures(settings), new Notices(settings.callbacks()));
        this.conversation = new Conversation(parts, slots);
        this.inbox = new Inbox(loop, conversation);
    }

    /** A client with the usual settings, connected; the address is {@code HOST:PORT} or {@code unix:PATH}. */
    public static QuintetClient connect(String address) {
        return to(address).connect();
    }

    /** Settings to change before connecting. */
    public static ClientBuilder to(String address) {
        return to(ServerAddress.parse(address));
    }

    /** Settings to change before connecting. */
    public static ClientBuilder to(ServerAddress address) {
        return new ClientBuilder(address);
    }

    static CompletionStage<QuintetClient> start(ClientSettings settings, Optional<ClientTransport> given) {
        ClientTransport transport = given.orElseGet(() -> ClientTransport.nio(1));
        try {
            var client = new QuintetClient(settings, transport);
            if (given.isEmpty()) {
                client.conversation.ended.whenComplete((nothing, why) -> transport.close());
            }
            client.inbox.order(client.conversation::open);
            return relay(client.conversation.connected, nothing -> client);
        } catch (RuntimeException e) {
            if (given.isEmpty()) {
                transport.close();
            }
            throw e;
        }
    }

    /** Sends a request; the stage completes with its answer, the caller's to keep. */
    public CompletionStage<byte[]> call(byte[] payload) {
        return submit(Call.Kind.REQUEST, payload);
    }

    /** Sends a payload that the server does not answer; the stage completes when it is written. */
    public CompletionStage<Void> send(byte[] payload) {
        return relay(submit(Call.Kind.ONE_WAY, payload), nothing -> null);
    }

    /** Sends bytes as they are; frames that come back are the push listener's. The stage completes when written. */
    public CompletionStage<Void> sendFramed(byte[] bytes) {
        return relay(submit(Call.Kind.FRAMED, bytes), nothing -> null);
    }

    /** Closes the sending side: what was called is answered, then the server closes and {@link #ended} completes. */
    public CompletionStage<Void> finish() {
        inbox.order(conversation::finish);
        return ended();
    }

    /** Completes when the client has come to its end; fails if that was not asked for or left requests unanswered. */
    public CompletionStage<Void> ended() {
        return relay(conversation.ended, nothing -> null);
    }

    /** Requests that have been made and not answered. */
    public int inFlight() {
        return slots.taken();
    }

    /** The server's address. */
    public ServerAddress address() {
        return settings.address();
    }

    /**
     * Takes no further calls, waits until those made are answered or have failed, and closes. On the event loop it does
     * not wait; an interrupted thread closes at once.
     */
    @Override
    public void close() {
        inbox.order(conversation::close);
        if (!loop.inEventLoop()) {
            awaitEnd();
        }
    }

    /** Closes at once: what is unanswered fails. */
    public void closeNow() {
        inbox.order(conversation::closeNow);
    }

    /** A stage that fails with the very exception of another, as dependent stages do not. */
    private static <T extends @Nullable Object, R extends @Nullable Object> CompletionStage<R> relay(
            CompletableFuture<T> from, Function<T, R> value) {
        var to = new CompletableFuture<R>();
        from.whenComplete((result, why) -> {
            if (why == null) {
                to.complete(value.apply(result));
            } else {
                to.completeExceptionally(why);
            }
        });
        return to;
    }

    /** The stage's value, or its failure thrown. */
    static <T> T await(CompletionStage<T> stage) {
        try {
            return stage.toCompletableFuture().join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof ClientException own ? own : e;
        }
    }

    private void awaitEnd() {
        try {
            conversation.ended.get();
        } catch (InterruptedException e) {
            closeNow();
            Thread.currentThread().interrupt();
        } catch (ExecutionException | CancellationException e) {
            // Ended, and whoever called was told why.
        }
    }

    private CompletableFuture<byte[]> submit(Call.Kind kind, byte[] payload) {
        var call = new Call(kind, payload);
        try {
            check(kind, payload);
            slots.take(!loop.inEventLoop());
        } catch (ClientException e) {
            return CompletableFuture.failedFuture(e);
        }
        inbox.put(call);
        return call.result;
    }

    private void check(Call.Kind kind, byte[] payload) {
        switch (kind) {
            case REQUEST -> rules.requireAnswered(payload);
            case ONE_WAY -> rules.requireOneFrame(payload);
            case FRAMED -> {}
        }
    }
}
