package io.quintet.protocol;

/** What {@link FrameScanner#next} found at the reader index. */
public enum Found {
    /** A whole frame with a payload for the logic; under {@code zero=deliver} the payload may be empty. */
    FRAME,
    /** A zero-length frame to be answered by a zero-length frame, in order ({@code zero=echo}). */
    ECHO,
    /** A zero-length frame that only shows the peer is alive ({@code zero=keepalive}). */
    KEEPALIVE,
    /** Less than a frame: {@link FrameScanner#missing} says how many bytes at least. */
    INCOMPLETE,
    /** No frame, and none will follow: {@link FrameScanner#error} says why. */
    MALFORMED
}
