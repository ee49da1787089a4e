package io.quintet.client;

import org.jspecify.annotations.Nullable;

/** A request that got no answer, or a connection that could not be used; {@link #error} says of which kind. */
public final class ClientException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ClientError error;
    private final boolean mayHaveRun;

    ClientException(ClientError error, String message) {
        this(error, message, false, null);
    }

    ClientException(ClientError error, String message, boolean mayHaveRun, @Nullable Throwable cause) {
        super(message, cause);
        this.error = error;
        this.mayHaveRun = mayHaveRun;
    }

    /** The kind of failure. */
    public ClientError error() {
        return error;
    }

    /** Whether the request may have reached the server and been executed; false means that it never left. */
    public boolean mayHaveRun() {
        return mayHaveRun;
    }

    /** The same failure as one request's own. */
    ClientException forRequest(boolean sent) {
        return new ClientException(error, String.valueOf(getMessage()), sent, this);
    }
}
