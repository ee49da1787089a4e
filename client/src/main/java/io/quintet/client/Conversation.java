package io.quintet.client;

import io.netty.buffer.ByteBuf;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A client's requests and its connection, whichever that is at the time: what waits, what is in flight, and what a loss
 * does to both. On the event loop only, but for the two stages.
 */
final class Conversation implements ServerConnection.Owner {
    /** Completes with the first connection. */
    final CompletableFuture<Void> connected = new CompletableFuture<>();

    /** Completes with the client's end; with the reason if it was not meant to end then. */
    final CompletableFuture<Void> ended = new CompletableFuture<>();

    private final ClientSettings settings;
    private final Failures failures;
    private final Notices notices;
    private final Connector connector;
    private final Results results;
    private final Deadlines deadlines;
    private final ArrayDeque<Call> waiting = new ArrayDeque<>();
    private final ArrayDeque<Call> inFlight = new ArrayDeque<>();
    private Phase phase = Phase.OPEN;

    /** What a request is told that comes too late: how the client ended, if that was not its own wish. */
    private ClientException refusal;

    private @Nullable ServerConnection connection;

    Conversation(Connector.Parts parts, Slots slots) {
        this.settings = parts.settings();
        this.failures = parts.failures();
        this.notices = parts.notices();
        this.refusal = failures.closed();
        this.results = new Results(notices, slots);
        this.connector = new Connector(parts, this, this::gaveUp);
        this.deadlines = new Deadlines(parts.loop(), settings.limits().timeout(), this::expired);
    }

    void open() {
        connector.start();
    }

    void submit(Call call) {
        if (phase == Phase.OPEN) {
            waiting.add(call);
            deadlines.add(call);
        } else {
            results.failNow(call, refusal.forRequest(call.sent));
        }
    }

    /** Sends what waits, or sees to it that there will be a connection to send it on. */
    void flush() {
        if (connection == null) {
            connectIfWanted();
        } else if (!waiting.isEmpty() && connection.usable()) {
            writeWaiting(connection);
        }
    }

    void finish() {
        if (phase == Phase.OPEN) {
            phase = Phase.FINISHING;
            advance();
        }
    }

    void close() {
        if (phase == Phase.OPEN || phase == Phase.FINISHING) {
            phase = Phase.CLOSING;
            advance();
        }
    }

    void closeNow() {
        end(failures.closed(), true);
    }

    @Override
    public void connected(ServerConnection made) {
        if (phase == Phase.ENDED) {
            made.close(failures.closed());
            return;
        }
        connection = made;
        connector.succeeded();
        notices.connected(made.context().channel().localAddress());
        connected.complete(null);
        flush();
        advance();
    }

    @Override
    public void received(byte[] payload) {
        connector.proven();
        Call call = inFlight.poll();
        if (call == null) {
            receivedUnasked(payload);
        } else if (call.done) {
            results.late(payload);
        } else {
            results.succeed(call, payload);
        }
        deadlines.forgetDone();
        if (phase == Phase.CLOSING) {
            advance();
        }
    }

    @Override
    public void gone(ServerConnection lost, ClientException why, boolean ready) {
        if (!ready) {
            connector.failed(why);
        } else if (connection == lost) {
            connection = null;
            connector.lost();
            notices.disconnected(why, inFlight.size());
            afterLoss(why);
        }
    }

    private void afterLoss(ClientException why) {
        boolean asWished = Failures.isOrderly(why) && inFlight.isEmpty() && waiting.isEmpty();
        if (phase != Phase.OPEN || settings.connecting().reconnect() == Reconnect.NEVER) {
            end(why, asWished && phase != Phase.OPEN);
            return;
        }
        if (settings.connecting().reconnect() == Reconnect.RESEND) {
            takeBack();
        }
        results.failAll(inFlight, why);
        connectIfWanted();
    }

    /** Puts what is in flight in front of what waits, in its order. */
    private void takeBack() {
        List<Call> kept = new ArrayList<>(inFlight);
        inFlight.clear();
        for (int i = kept.size() - 1; i >= 0; i--) {
            if (kept.get(i).done) {
                results.forget();
            } else {
                waiting.addFirst(kept.get(i));
            }
        }
    }

    private void connectIfWanted() {
        boolean wanted = !waiting.isEmpty() || notices.takesPushes();
        if (phase != Phase.ENDED && wanted && !connector.running()) {
            connector.start();
        }
    }

    private void writeWaiting(ServerConnection to) {
        ByteBuf frames = to.newBuffer();
        List<Call> unanswered = new ArrayList<>();
        for (Call call = waiting.poll(); call != null; call = waiting.poll()) {
            to.append(frames, call);
            call.sent = true;
            notices.sent(call.payload.length);
            if (call.kind == Call.Kind.REQUEST) {
                inFlight.add(call);
            } else {
                unanswered.add(call);
            }
        }
        to.write(frames).addListener(done -> results.written(unanswered, done.cause(), failures));
    }

    private void receivedUnasked(byte[] payload) {
        if (notices.takesPushes()) {
            notices.push(payload);
        } else if (connection != null) {
            connection.close(failures.unexpected(payload.length));
        }
    }

    private void expired(Call call) {
        ClientException why = failures.timeout(call.sent);
        if (waiting.remove(call)) {
            results.failNow(call, why);
        } else if (call.kind == Call.Kind.REQUEST && settings.limits().afterTimeout() == AfterTimeout.KEEP_PLACE) {
            results.failForNow(call, why);
        } else {
            inFlight.remove(call);
            results.failNow(call, why);
            if (connection != null) {
                connection.close(failures.closedAfterTimeout());
            }
        }
        advance();
    }

    private void gaveUp(ClientException why) {
        boolean never = connected.completeExceptionally(why);
        if (never || phase != Phase.OPEN || settings.connecting().reconnect() == Reconnect.NEVER) {
            end(why, false);
        } else {
            results.failAll(waiting, why);
        }
    }

    /** Takes the next step of finishing or closing, if it is time for one. */
    private void advance() {
        boolean nothingLeft = waiting.isEmpty() && (phase == Phase.FINISHING || inFlight.isEmpty());
        if ((phase != Phase.FINISHING && phase != Phase.CLOSING) || !nothingLeft) {
            return;
        }
        if (phase == Phase.FINISHING && connection != null) {
            connection.finishSending();
        } else {
            end(failures.closed(), true);
        }
    }

    private void end(ClientException why, boolean asWished) {
        if (phase == Phase.ENDED) {
            return;
        }
        phase = Phase.ENDED;
        connector.stop();
        connected.completeExceptionally(why);
        results.failAll(inFlight, why);
        results.failAll(waiting, why);
        if (connection != null) {
            connection.close(why);
        }
        if (asWished) {
            ended.complete(null);
        } else {
            refusal = why;
            ended.completeExceptionally(why);
        }
    }
}
