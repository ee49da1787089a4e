package io.quintet.logic;

/** A logic that cannot be had as asked for; the message is one line for the user. */
public final class LogicException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** With a message of the form {@code what: value (expected: what would be right)}. */
    public LogicException(String message) {
        super(message);
    }

    /** With its cause. */
    public LogicException(String message, Throwable cause) {
        super(message, cause);
    }
}
