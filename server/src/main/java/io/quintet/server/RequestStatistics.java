package io.quintet.server;

import io.quintet.protocol.CloseReason;
import java.util.Map;

/**
 * The requests of one server so far.
 *
 * @param received how many
 * @param answered of those, be it by an empty answer or by words about a failure
 * @param unanswered those that never will be: the logic gave no answer or failed, or the connection ended before
 * @param failures of logics by their way: an error, a time-out, an answer too long
 * @param receivedBytes what was read, without what TLS and the PROXY protocol add
 * @param sentBytes frames written; those that a connection had not taken when it was cut are among them
 */
public record RequestStatistics(
        long received,
        long answered,
        long unanswered,
        Map<CloseReason, Long> failures,
        long receivedBytes,
        long sentBytes) {

    /** Those being answered at the moment. */
    public long inFlight() {
        return Math.max(0, received - answered - unanswered);
    }
}
