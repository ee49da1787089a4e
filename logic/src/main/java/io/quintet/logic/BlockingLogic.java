package io.quintet.logic;

/**
 * A logic that may wait: for a database, a lock, a slow call.
 *
 * <p>Runs on a thread of its own (a virtual thread on Java 21 and newer, one of a bounded pool before), never on an event
 * loop. Requests of one connection run at the same time, up to {@code limits.max-in-flight}.
 */
@FunctionalInterface
public non-sealed interface BlockingLogic extends Logic {
    /**
     * Answers {@code request}, its own copy of the payload. Interrupted when the peer is gone or {@code timeouts.logic}
     * has passed.
     */
    Reply answer(byte[] request, Connection connection) throws Exception;
}
