package io.quintet.server.events;

import io.quintet.logic.Reply;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * What the queue keeps of one connection. Guarded by the queue's lock.
 *
 * <p>While any of its received events is not yet handled, one request of the connection stays in flight, the marker: it
 * holds the connection open until the program has had its chance to answer. An event that waits outside the queue keeps
 * its own request in flight, which pauses the connection.
 */
final class EventSource {
    /**
     * One event of a connection.
     *
     * @param request what it came as
     * @param isMarker whether the request is in flight until the connection's events are handled
     */
    record Entry(Event event, EventSource source, CompletableFuture<Reply> request, boolean isMarker) {}

    private static final CompletableFuture<Reply> ANSWERED = CompletableFuture.completedFuture(Reply.none());

    private final ArrayDeque<Entry> outside = new ArrayDeque<>();
    private @Nullable CompletableFuture<Reply> marker;
    private int unhandled;
    private boolean reported;
    private boolean ending;

    /** The entry for an event that is no request. */
    Entry entry(Event event) {
        return new Entry(event, this, ANSWERED, false);
    }

    /**
     * The entry for a request.
     *
     * @param fits whether it goes into the queue at once
     */
    Entry received(Event.Received event, boolean fits) {
        boolean isMarker = marker == null;
        CompletableFuture<Reply> request = fits && !isMarker ? ANSWERED : new CompletableFuture<>();
        if (isMarker) {
            marker = request;
        }
        unhandled++;
        return new Entry(event, this, request, isMarker);
    }

    /** The program has done with one received event; the request that is answered thereby, if any. */
    Collection<CompletableFuture<Reply>> handled() {
        unhandled--;
        if (unhandled > 0 || marker == null) {
            return List.of();
        }
        CompletableFuture<Reply> last = marker;
        marker = null;
        return List.of(last);
    }

    /** The event goes into the queue; the request that is answered thereby, if any. */
    Collection<CompletableFuture<Reply>> admitted(Entry entry) {
        reported = true;
        return entry.isMarker ? List.of() : List.of(entry.request);
    }

    /** The connection is to end without waiting for the program; the requests that are answered thereby. */
    Collection<CompletableFuture<Reply>> end() {
        ending = true;
        List<CompletableFuture<Reply>> requests = new ArrayList<>();
        outside.forEach(entry -> requests.add(entry.request));
        if (marker != null) {
            requests.add(marker);
        }
        return requests;
    }

    /** Whether no more is to be received from it. */
    boolean isEnding() {
        return ending;
    }

    /** Whether its connected event has been in the queue. */
    boolean isReported() {
        return reported;
    }

    /** The events that did not fit, in order. */
    ArrayDeque<Entry> outside() {
        return outside;
    }
}
