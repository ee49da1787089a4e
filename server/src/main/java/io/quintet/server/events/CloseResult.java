package io.quintet.server.events;

/** What became of a connection to be closed. */
public enum CloseResult {
    /** It ends. */
    CLOSING("closing: it ends once what was sent is written; its disconnected event follows"),
    /** It was there and is no more. */
    ENDED("refused: the connection has ended; its disconnected event is in the queue or was polled"),
    /** There never was such a connection. */
    UNKNOWN("refused: no connection has had this id");

    private final String text;

    CloseResult(String text) {
        this.text = text;
    }

    /** What it means, in one line for a log. */
    public String text() {
        return text;
    }
}
