package io.quintet.server;

import io.quintet.protocol.CloseReason;
import io.quintet.server.LoopCounts.Count;

/** Tells its event loop's counts what becomes of one connection's requests. Confined to the connection's event loop. */
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

    /** Tells of what was settled since the last time. */
    void publish() {
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
