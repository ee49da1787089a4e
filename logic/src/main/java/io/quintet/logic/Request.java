package io.quintet.logic;

/** One request as an {@link InlineLogic} sees it: its payload, and the connection it came from. A view, valid during the call. */
public final class Request {
    private final Payload payload;
    private final Connection connection;

    /** A request whose payload its host points at the bytes. */
    public Request(Payload payload, Connection connection) {
        this.payload = payload;
        this.connection = connection;
    }

    /** The bytes. */
    public Payload payload() {
        return payload;
    }

    /** The number of bytes. */
    public int length() {
        return payload.length();
    }

    /** The bytes read as UTF-8. */
    public String text() {
        return payload.text();
    }

    /** Where the request came from. */
    public Connection connection() {
        return connection;
    }
}
