package io.quintet.load;

/** A load that cannot be run as asked for; the message is one line for the user. */
public final class LoadException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Of which kind it is. */
    public enum Kind {
        /** What was asked for makes no sense. */
        USAGE,
        /** This machine has not what was asked for. */
        UNAVAILABLE,
        /** Nobody could be reached. */
        CANNOT_CONNECT,
        /** No logic could be had to compute the answers. */
        LOGIC
    }

    private final Kind kind;

    LoadException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    /** Which kind. */
    public Kind kind() {
        return kind;
    }

    static LoadException usage(String message) {
        return new LoadException(Kind.USAGE, message);
    }
}
