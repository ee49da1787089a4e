package io.quintet.logic;

import java.util.concurrent.CompletionStage;

/**
 * A logic that answers later, without holding a thread.
 *
 * <p>Called on the event loop, so the call itself must not block. Several requests of one connection can be in flight at
 * once, up to {@code limits.max-in-flight}; their answers still leave in request order.
 */
@FunctionalInterface
public non-sealed interface AsyncLogic extends Logic {
    /**
     * Begins to answer {@code request}.
     *
     * @param request the payload, the logic's own copy
     * @return completes from any thread; completing exceptionally is a {@code logic-error}; cancelled when the peer is
     *     gone or {@code timeouts.logic} has passed, and a result that comes later is dropped
     */
    CompletionStage<Reply> answer(byte[] request, Connection connection);
}
