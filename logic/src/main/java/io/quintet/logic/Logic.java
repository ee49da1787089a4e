package io.quintet.logic;

/**
 * What a server computes: one answer for one request.
 *
 * <p>There are four shapes, from fastest to freest. {@link InPlaceLogic} rewrites a payload where it lies and
 * {@link InlineLogic} appends an answer; both run on the connection's event loop and must never block. {@link AsyncLogic}
 * returns a stage and {@link BlockingLogic} may wait. Whatever the shape, answers leave in request order.
 *
 * <p>One logic object serves all connections, on several event loops at once: it keeps no state of its own that is not
 * safe from any thread. State of one connection belongs into {@link Connection#attributes()}.
 */
public sealed interface Logic extends AutoCloseable permits InPlaceLogic, InlineLogic, AsyncLogic, BlockingLogic {
    /** Called on the connection's event loop before its first request. */
    default void connected(Connection connection) {}

    /**
     * Called on the connection's event loop after its last request, once.
     *
     * @param reason the stable code of the close reason, such as {@code eof} or {@code idle-timeout}
     */
    default void disconnected(Connection connection, String reason) {}

    /** Called once when no further request will come: the server has stopped, or a newer version took over. */
    @Override
    default void close() {}
}
