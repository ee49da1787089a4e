package io.quintet.client;

import java.util.Locale;

/** What went wrong with a request or with the connection it needed. */
public enum ClientError {
    /** No connection came about in all the attempts allowed. */
    CANNOT_CONNECT,
    /** The server was reached, and TLS with it failed: an untrusted certificate, or no TLS there. */
    TLS_HANDSHAKE,
    /** The connection ended before the answer came. */
    CONNECTION_LOST,
    /** What the server sent is no frame, or ended inside one; the connection was closed. */
    MALFORMED_ANSWER,
    /** A frame came that answers nothing and that no push listener takes; the connection was closed. */
    UNEXPECTED_ANSWER,
    /** No answer came in time. */
    TIMEOUT,
    /** As many requests as allowed were in flight. */
    TOO_MANY_IN_FLIGHT,
    /** The framing cannot carry the payload; nothing was sent. */
    PAYLOAD_REFUSED,
    /** The client had been closed, or its sending side finished. */
    CLOSED;

    /** The stable code, such as {@code connection-lost}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
