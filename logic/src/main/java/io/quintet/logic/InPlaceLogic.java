package io.quintet.logic;

/**
 * A logic whose answer is as long as the request: it rewrites the payload where it lies, and that becomes the answer.
 *
 * <p>Nothing is copied or allocated. Runs on the event loop; must not block; the view is valid during the call.
 */
@FunctionalInterface
public non-sealed interface InPlaceLogic extends Logic {
    /** Turns the request in {@code payload} into its answer. Throwing closes the connection as {@code logic-error}. */
    void apply(Payload payload);
}
