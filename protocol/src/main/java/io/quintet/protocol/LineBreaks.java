package io.quintet.protocol;

/** What CR and LF between two frames mean. */
public enum LineBreaks {
    /**
     * They are no part of any frame: skipped, at most {@value FrameScanner#MOST_SKIPPED} bytes in a row, together
     * with a NUL right after a CR.
     */
    SKIP,
    /** They are bytes as any other. */
    REJECT
}
