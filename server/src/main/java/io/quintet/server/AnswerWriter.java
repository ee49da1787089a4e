package io.quintet.server;

import io.netty.buffer.ByteBuf;
import io.netty.util.CharsetUtil;
import io.quintet.protocol.FrameWriter;
import java.util.Arrays;

/**
 * Frames answers, for a person at a terminal each on a line of its own.
 *
 * @param lineBreaks whether CRLF follows each answer, which a reader skips as it does before any header
 */
record AnswerWriter(FrameWriter frames, boolean lineBreaks) {
    private static final byte[] CRLF = {'\r', '\n'};

    /** Leaves room for the header; the answer's start, for {@link #end}. */
    int begin(ByteBuf out) {
        return frames.begin(out);
    }

    /** Patches the header in front; false, with {@code out} cut back to {@code start}, where it cannot say the length. */
    boolean end(ByteBuf out, int start) {
        if (!frames.end(out, start)) {
            return false;
        }
        if (lineBreaks) {
            out.writeBytes(CRLF);
        }
        return true;
    }

    /** Appends a frame; false, with {@code out} as it was, where the header cannot say the length. */
    boolean write(ByteBuf out, byte[] payload) {
        int start = begin(out);
        out.writeBytes(payload);
        return end(out, start);
    }

    /** Appends {@code text} as one frame, cut to what the header can say. */
    void write(ByteBuf out, String text) {
        byte[] payload = text.getBytes(CharsetUtil.UTF_8);
        write(out, Arrays.copyOf(payload, Math.min(payload.length, frames.maxPayload())));
    }
}
