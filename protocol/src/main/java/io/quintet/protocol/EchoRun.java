package io.quintet.protocol;

import org.jspecify.annotations.Nullable;

/** How many zero-length frames in a row were answered by one, so that two servers cannot keep each other busy. */
final class EchoRun {
    private int length;
    private long lastFrame;

    /** The run that this zero-length frame goes on with, or begins: most connections never have one. */
    static EchoRun with(@Nullable EchoRun before, long frame) {
        EchoRun run = before == null ? new EchoRun() : before;
        run.length = frame == run.lastFrame + 1 ? run.length + 1 : 1;
        run.lastFrame = frame;
        return run;
    }

    /** Whether its last frame is not to be answered any more. */
    boolean isTooLong() {
        return length > FrameScanner.MOST_ECHOES;
    }
}
