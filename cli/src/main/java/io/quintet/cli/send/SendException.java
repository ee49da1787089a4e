package io.quintet.cli.send;

import io.quintet.client.ClientException;

/** Sending came to nothing, in one line for the user. */
public final class SendException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Which kind of nothing. */
    public enum Kind {
        /** No connection. */
        CANNOT_CONNECT,
        /** The server broke the protocol, closed too early or gave another answer than expected. */
        WRONG_ANSWER,
        /** No answer in time. */
        TIMEOUT,
        /** What was to be sent cannot be. */
        BAD_PAYLOAD,
        /** Anything else. */
        OTHER
    }

    private final Kind kind;

    SendException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    SendException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    /** Of which kind it is. */
    public Kind kind() {
        return kind;
    }

    static SendException of(ClientException failure) {
        Kind kind = switch (failure.error()) {
            case CANNOT_CONNECT, TLS_HANDSHAKE -> Kind.CANNOT_CONNECT;
            case CONNECTION_LOST, MALFORMED_ANSWER, UNEXPECTED_ANSWER -> Kind.WRONG_ANSWER;
            case TIMEOUT -> Kind.TIMEOUT;
            case PAYLOAD_REFUSED -> Kind.BAD_PAYLOAD;
            case TOO_MANY_IN_FLIGHT, CLOSED -> Kind.OTHER;
        };
        return new SendException(kind, String.valueOf(failure.getMessage()), failure);
    }
}
