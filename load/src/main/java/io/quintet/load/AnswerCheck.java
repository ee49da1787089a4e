package io.quintet.load;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Compares what one connection receives with what it should, byte by byte and in place, as one stream: while all is right,
 * nobody has to look for frames, and nothing is copied where a read ends within one. The first byte that differs has the
 * rest of the connection looked at frame by frame. Confined to its connection.
 */
final class AnswerCheck {
    private final Script script;
    private final Faults faults;
    private final RingCursor cursor;
    private final ByteBuffer expected;
    private long frames;
    private @Nullable FrameCheck byFrames;

    /** @param first the index of the first answer */
    AnswerCheck(Script script, int first, Faults faults) {
        this.script = script;
        this.faults = faults;
        this.cursor = new RingCursor(script.answers(), first);
        this.expected = script.answers().newView();
        if (!script.exchanges().areChecked()) {
            byFrames = script.newFrameCheck(first, faults);
        }
    }

    /** The number of answers that {@code in} completes, right or wrong. */
    int accept(ByteBuf in) {
        if (byFrames != null) {
            return byFrames.accept(in);
        }
        int length = in.readableBytes();
        if (matches(in, length)) {
            int completed = cursor.advance(length);
            frames += completed;
            return completed;
        }
        return acceptByFrames(in);
    }

    private boolean matches(ByteBuf in, int length) {
        ByteBuffer received = in.internalNioBuffer(in.readerIndex(), length);
        int ring = script.answers().length();
        int offset = cursor.offset();
        int end = received.limit();
        while (received.position() < end) {
            int run = Math.min(end - received.position(), 2 * ring - offset);
            received.limit(received.position() + run);
            expected.limit(offset + run).position(offset);
            if (expected.mismatch(received) >= 0) {
                return false;
            }
            received.position(received.limit()).limit(end);
            offset = (offset + run) % ring;
        }
        return true;
    }

    /** The bytes of the current frame that came before were right, so that they can be had from the ring. */
    private int acceptByFrames(ByteBuf in) {
        FrameCheck check = script.newFrameCheck(cursor.frame(), faults);
        byFrames = check;
        ByteBuffer before = script.answers().newView();
        before.limit(cursor.offset()).position(cursor.offset() - cursor.intoFrame());
        return check.accept(Unpooled.wrappedBuffer(before)) + check.accept(in);
    }

    /** Whether an answer has begun and not ended. */
    boolean isMidFrame() {
        return byFrames == null ? cursor.intoFrame() > 0 : byFrames.isMidFrame();
    }

    /** Where there was something that is no frame, what it was; else null. */
    @Nullable
    String malformed() {
        return byFrames == null || !byFrames.isBroken()
                ? null
                : byFrames.error().describe() + (frames == 0 ? "" : ", " + frames + " right answers before");
    }

    void release() {
        if (byFrames != null) {
            byFrames.release();
        }
    }
}
