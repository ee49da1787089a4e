package io.quintet.server.events;

import io.quintet.logic.Connection.PushResult;

/** What became of a frame to be sent. */
public enum SendResult {
    /** The frame will be written, unless the connection ends first. */
    ACCEPTED("accepted: it will be written, unless the connection ends first"),
    /** The peer reads too slowly. */
    FULL("refused: the peer does not read what was sent before; try later or close the connection"),
    /** The header cannot say the length. */
    TOO_LONG("refused: the payload is longer than the framing can say"),
    /** The connection was there and is no more. */
    ENDED("refused: the connection has ended; its disconnected event is in the queue or was polled"),
    /** There never was such a connection. */
    UNKNOWN("refused: no connection has had this id");

    private final String text;

    SendResult(String text) {
        this.text = text;
    }

    static SendResult of(PushResult result) {
        return switch (result) {
            case ACCEPTED -> ACCEPTED;
            case REFUSED_FULL -> FULL;
            case REFUSED_TOO_LONG -> TOO_LONG;
            case REFUSED_CLOSED -> ENDED;
        };
    }

    /** Whether the frame is on its way. */
    public boolean isAccepted() {
        return this == ACCEPTED;
    }

    /** What it means, in one line for a log. */
    public String text() {
        return text;
    }
}
