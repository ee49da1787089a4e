package io.quintet.server;

import io.quintet.protocol.CloseReason;
import io.quintet.server.LoopCounts.Count;

/**
 * Tells one event loop's counts what becomes of the requests of its connections: what was settled is told once a read.
 * Confined to that loop.
 */
final class Tally {
    private final LoopCounts counts;
    private int settled;
    private int unanswered;

    Tally(LoopCounts counts) {
        this.counts = counts;
    }

    /** So many requests were found in one read. */
    void found(int requests) {
        counts.add(Count.REQUESTS, requests);
    }

    /** A request fails; whether it is answered all the same is another matter. */
    void failed(CloseReason way) {
        counts.failed(way);
    }

    /** One of the requests that are settled next gets no answer. */
    void unanswered() {
        unanswered++;
    }

    /** So many requests are done with: all of them answered, but for those that {@link #unanswered} told of. */
    void settled(int requests) {
        settled += requests;
    }

    /**
     * Tells of what was settled since the last time. In the midst of another connection's read there may be requests
     * without an answer that are not among the settled ones yet; those are told of with them.
     */
    void publish() {
        if (settled < unanswered) {
            return;
        }
        counts.add(Count.ANSWERS, settled - unanswered);
        counts.add(Count.UNANSWERED, unanswered);
        settled = 0;
        unanswered = 0;
    }

    /** So many requests will never be answered. */
    void abandoned(int requests) {
        counts.add(Count.UNANSWERED, requests);
    }
}
