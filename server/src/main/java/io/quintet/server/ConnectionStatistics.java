package io.quintet.server;

import io.quintet.protocol.CloseReason;
import java.util.Map;

/**
 * The connections of one server.
 *
 * @param open let in and not yet closed
 * @param accepted so far, let in or not: each of them is open, or closed for one reason
 * @param closed so far by reason, with all reasons there are
 * @param handshakes of TLS that have succeeded
 * @param pauses how often a connection was not read for a while, by the reason's name
 */
public record ConnectionStatistics(
        int open, long accepted, Map<CloseReason, Long> closed, long handshakes, Map<String, Long> pauses) {}
