package io.quintet.logic;

import java.net.SocketAddress;
import java.util.Map;
import java.util.Optional;

/** One peer's connection to the server. Safe from any thread; outlives nothing: after its end every call is refused, never an error. */
public interface Connection {
    /** A number that no other connection of this server ever has, counted from 1. */
    long id();

    /** The peer, as the proxy protocol tells it where that is in use. */
    SocketAddress remoteAddress();

    /** The address the peer connected to. */
    SocketAddress localAddress();

    /** The subject of the certificate that the peer proved to own; absent without one. */
    Optional<String> peerSubject();

    /**
     * Sends a frame that is no answer, after the answers already due and before those still in flight.
     *
     * @return what became of it; a slow reader's pushes are refused, never queued without bound
     */
    PushResult push(byte[] payload);

    /**
     * Closes as {@code closed-by-logic} once what is written is out. Requests not yet answered get no answer, but for the
     * one whose answer is given in the call that this is called in; no further request is read.
     */
    void close();

    /**
     * Reads what follows the current request in another framing, and writes in it; bytes already received are kept.
     *
     * @param framing an expression such as {@code line} or {@code raw}
     * @throws IllegalArgumentException if it is none
     */
    void switchFraming(String framing);

    /** Room for a logic's own state of this connection. Safe from any thread. */
    Map<String, Object> attributes();

    /** All open connections of the server. */
    Connections all();

    /** What became of a pushed frame. */
    enum PushResult {
        /** It will be written, unless the connection ends first. */
        ACCEPTED,
        /** The peer does not read fast enough: its write buffer is full. */
        REFUSED_FULL,
        /** The connection has ended. */
        REFUSED_CLOSED,
        /** The payload is longer than the framing can say. */
        REFUSED_TOO_LONG
    }
}
