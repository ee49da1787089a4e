package io.quintet.server;

/** A certificate or a key that no server can use, in one line for the user. */
final class TlsException extends Exception {
    private static final long serialVersionUID = 1L;

    TlsException(String what, Object value, String expected) {
        super(line(what, value, expected));
    }

    TlsException(String what, Object value, String expected, Throwable cause) {
        super(line(what, value, expected), cause);
    }

    private static String line(String what, Object value, String expected) {
        return what + ": " + value + " (expected: " + expected + ")";
    }

    /** The line. */
    String line() {
        return String.valueOf(getMessage());
    }
}
