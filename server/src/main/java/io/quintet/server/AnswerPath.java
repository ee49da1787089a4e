package io.quintet.server;

import io.netty.buffer.ByteBuf;
import io.quintet.protocol.FrameScanner;
import java.time.Duration;

/**
 * A way from requests to answers. The frames of one read go through {@link #begin}, {@link #answer} or {@link #echo} for
 * each, and {@link #finish}. Confined to the connection's event loop.
 */
interface AnswerPath {
    /** Called before the first frame of {@code in}. */
    void begin(ByteBuf in);

    /** Answers the request that {@code frame} stands on in {@code in}. Whether the next frame may follow at once. */
    boolean answer(ByteBuf in, FrameScanner frame);

    /** Answers the empty frame that {@code frame} stands on with an empty one. Whether the next may follow at once. */
    boolean echo(ByteBuf in, FrameScanner frame);

    /**
     * Called after the last frame: writes the answers, takes over {@code in} and keeps its unread bytes.
     *
     * @param requests how many frames there were to answer
     */
    void finish(ByteBuf in, int requests);

    /** Has {@code newer} answer from the next request on; those in flight finish as they began. */
    default void use(Chain newer) {}

    /** Gives up what has been in flight for longer than {@code timeout}. */
    default void timeOut(Duration timeout) {}

    /** Requests not yet answered. */
    default int inFlight() {
        return 0;
    }

    /** Gives up the requests not yet answered; how many they were. */
    default int abandon() {
        return 0;
    }
}
