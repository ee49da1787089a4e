package io.quintet.server;

import io.quintet.protocol.CloseReason;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * What one event loop has counted so far. Written by that loop alone, once a read or a write and without a locked
 * instruction; read from any thread.
 */
@SuppressWarnings("EnumOrdinal") // an EnumMap without objects; the order is nobody else's business
final class LoopCounts {
    /** What there is one count of. */
    enum Count {
        /** Frames that were given to a logic, or are empty and wanted back. */
        REQUESTS,
        /** Requests that got an answer, be it an empty one or words about a failure. */
        ANSWERS,
        /** Requests that get none: their logic gave none or failed, or their connection ended before. */
        UNANSWERED,
        /** Bytes read, without what TLS and the PROXY protocol add. */
        RECEIVED_BYTES,
        /** Bytes of frames written. */
        SENT_BYTES
    }

    private static final int FAILURES = Count.values().length;
    private static final int PAUSES = FAILURES + CloseReason.values().length;
    private static final int END = PAUSES + Pauses.Reason.values().length;

    /** Elements that keep the counts of two loops from sharing a cache line, or a pair of them. */
    private static final int PADDING = 128 / Long.BYTES;

    private final AtomicLongArray counts = new AtomicLongArray(PADDING + END + PADDING);

    void add(Count count, long more) {
        addTo(count.ordinal(), more);
    }

    /** A logic has failed in this way. */
    void failed(CloseReason way) {
        addTo(FAILURES + way.ordinal(), 1);
    }

    /** A connection is not read for this reason. */
    void paused(Pauses.Reason why) {
        addTo(PAUSES + why.ordinal(), 1);
    }

    long get(Count count) {
        return getAt(count.ordinal());
    }

    long failures(CloseReason way) {
        return getAt(FAILURES + way.ordinal());
    }

    long pauses(Pauses.Reason why) {
        return getAt(PAUSES + why.ordinal());
    }

    private void addTo(int index, long more) {
        counts.setRelease(PADDING + index, counts.getPlain(PADDING + index) + more);
    }

    private long getAt(int index) {
        return counts.getAcquire(PADDING + index);
    }
}
