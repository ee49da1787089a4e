package io.quintet.server;

/** A server that cannot start as asked for; the message is one line for the user. */
public final class ServerStartException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** With a message of the form {@code what: value (expected: what would be right)}. */
    public ServerStartException(String message) {
        super(message);
    }

    /** With its cause. */
    public ServerStartException(String message, Throwable cause) {
        super(message, cause);
    }
}
