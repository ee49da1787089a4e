package io.quintet.client;

import java.util.concurrent.CompletableFuture;

/** One payload on its way, and what its sender waits for; after {@link Conversation#submit} its event loop's alone. */
final class Call {
    /** What is sent and what is awaited. */
    enum Kind {
        /** A frame that is answered. */
        REQUEST,
        /** A frame that is not answered: done when written. */
        ONE_WAY,
        /** Bytes to be sent as they are: done when written. */
        FRAMED
    }

    final Kind kind;
    final byte[] payload;
    final long started = System.nanoTime();
    final CompletableFuture<byte[]> result = new CompletableFuture<>();

    /** Handed to a connection: the server may have seen it. */
    boolean sent;

    /** The result is out. A request that timed out may still have its place in flight. */
    boolean done;

    Call(Kind kind, byte[] payload) {
        this.kind = kind;
        this.payload = payload;
    }
}
