package io.quintet.protocol;

/** What a frame of length zero means. */
public enum ZeroLength {
    /** It ends the connection with {@link CloseReason#ZERO_LENGTH}. */
    CLOSE,
    /** It is swallowed and counts as activity. */
    KEEPALIVE,
    /** It is answered by a frame of length zero, at most {@value FrameScanner#MOST_ECHOES} in a row. */
    ECHO,
    /** It reaches the logic as an empty payload. */
    DELIVER
}
