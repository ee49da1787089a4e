package io.quintet.protocol;

/** How many zero-length frames in a row were answered by one, so that two servers cannot keep each other busy. */
final class EchoRun {
    private int length;
    private long lastFrame;

    /** Whether the frame with this number, a zero-length one, may be answered; counts it. */
    boolean takes(long frame) {
        length = frame == lastFrame + 1 ? length + 1 : 1;
        lastFrame = frame;
        return length <= FrameScanner.MOST_ECHOES;
    }
}
