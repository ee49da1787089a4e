package io.quintet.client;

import java.net.SocketAddress;
import java.time.Duration;

/**
 * Told what happens to a client, for metrics and for telling a person; every method may be left as it is.
 *
 * <p>Called on the client's event loop: it must not block. What it throws is logged and goes no further.
 */
public interface ClientHooks {
    /** Told nothing. */
    ClientHooks NONE = new ClientHooks() {};

    /** A connection is ready, TLS included. */
    default void connected(SocketAddress local) {}

    /** An attempt failed and another follows after the delay. */
    default void retrying(ClientException why, Duration delay) {}

    /** A connection ended, for whichever reason; {@code unanswered} requests were in flight on it. */
    default void disconnected(ClientException why, int unanswered) {}

    /** A request or a one-way payload was handed to the connection. */
    default void sent(int payloadBytes) {}

    /** A request was answered; {@code took} runs from the call, waiting included. */
    default void answered(int payloadBytes, Duration took) {}

    /** A request failed. */
    default void failed(ClientException why) {}

    /** A frame arrived that no request waited for. */
    default void pushed(int payloadBytes) {}

    /** An answer arrived after its request had timed out, and was dropped. */
    default void late(int payloadBytes) {}
}
