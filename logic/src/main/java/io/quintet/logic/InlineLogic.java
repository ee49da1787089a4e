package io.quintet.logic;

/**
 * A logic that reads a request and appends its answer, on the event loop.
 *
 * <p>Must not block; both views are valid during the call.
 */
@FunctionalInterface
public non-sealed interface InlineLogic extends Logic {
    /**
     * Appends the answer to {@code request}. Appending nothing is an empty answer; {@link Answer#none()} is none.
     * Throwing discards what was appended and closes the connection as {@code logic-error}.
     */
    void answer(Request request, Answer answer);
}
