package io.quintet.protocol;

/** What a frame of length zero means. */
public enum ZeroLength {
    /** It ends the connection with {@link CloseReason#ZERO_LENGTH}. */
    CLOSE(Found.MALFORMED),
    /** It is swallowed and counts as activity. */
    KEEPALIVE(Found.KEEPALIVE),
    /** It is answered by a frame of length zero, at most {@value FrameScanner#MOST_ECHOES} in a row. */
    ECHO(Found.ECHO),
    /** It reaches the logic as an empty payload. */
    DELIVER(Found.FRAME);

    private final Found found;

    ZeroLength(Found found) {
        this.found = found;
    }

    /** What a scanner finds in such a frame. */
    Found found() {
        return found;
    }
}
