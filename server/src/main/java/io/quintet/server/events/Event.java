package io.quintet.server.events;

import io.quintet.protocol.CloseReason;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Something that happened on one connection. Of each connection come first {@link Connected}, then what was received in
 * the order it was sent, and last {@link Disconnected}.
 */
public sealed interface Event {
    /** The connection's number; no other connection of the same server ever has it. */
    long id();

    /**
     * A peer connected.
     *
     * @param remoteAddress the peer's address
     */
    record Connected(long id, SocketAddress remoteAddress) implements Event {}

    /**
     * A frame arrived.
     *
     * @param payload the frame's payload, the receiver's own copy
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Received(long id, byte[] payload) implements Event {
        /** The payload read as UTF-8. */
        public String text() {
            return new String(payload, StandardCharsets.UTF_8);
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Received received && id == received.id && Arrays.equals(payload, received.payload);
        }

        @Override
        public int hashCode() {
            return 31 * Long.hashCode(id) + Arrays.hashCode(payload);
        }

        @Override
        public String toString() {
            return "Received[id=" + id + ", " + payload.length + " bytes]";
        }
    }

    /**
     * The connection has ended; nothing can be sent to it any more.
     *
     * @param reason why
     */
    record Disconnected(long id, CloseReason reason) implements Event {}
}
