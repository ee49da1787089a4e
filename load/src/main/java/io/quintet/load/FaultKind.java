package io.quintet.load;

import java.util.Locale;

/** What can go wrong under load. */
public enum FaultKind {
    /** No connection. */
    CANNOT_CONNECT("connections that could not be made"),
    /** An answer with other bytes than expected. */
    WRONG_ANSWER("answers with other bytes than expected"),
    /** Bytes that are no frame where an answer was due. */
    MALFORMED_ANSWER("answers that are no frames, and requests lost with them"),
    /** More than was asked for. */
    UNEXPECTED_ANSWER("answers that nobody asked for, and requests lost with them"),
    /** The server closed the connection. */
    CLOSED("requests lost when the server closed"),
    /** The connection broke. */
    BROKEN("requests lost when a connection broke"),
    /** No answer in time. */
    TIMEOUT("requests without an answer in time"),
    /** An open loop's request that was due and never sent, since there was no room for it. */
    UNSENT("requests due and never sent");

    private final String meaning;

    FaultKind(String meaning) {
        this.meaning = meaning;
    }

    /** What is counted, in words. */
    public String meaning() {
        return meaning;
    }

    /** The stable code: {@code wrong-answer}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
