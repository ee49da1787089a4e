package io.quintet.protocol;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;

/**
 * Writes frames: room for the header first, then the payload by whoever has it, then the header into its room.
 *
 * <p>Immutable; safe from any thread.
 */
public abstract class FrameWriter {
    private final int maxPayload;
    private final int room;

    FrameWriter(int maxPayload, int room) {
        this.maxPayload = maxPayload;
        this.room = room;
    }

    /** The largest payload that the header can say. */
    public final int maxPayload() {
        return maxPayload;
    }

    /**
     * Reserves room for a header at the writer index. The payload is to be written behind it.
     *
     * @return where the frame starts, for {@link #end}
     */
    public final int begin(ByteBuf out) {
        int start = out.writerIndex();
        out.ensureWritable(room).writerIndex(start + room);
        return start;
    }

    /**
     * Ends the frame whose payload reaches to the writer index: fills in the header, adds the trailer.
     *
     * @return false if the header cannot say the payload's length; the frame is then cut off the buffer
     */
    public final boolean end(ByteBuf out, int frameStart) {
        int length = out.writerIndex() - frameStart - room;
        if (length > maxPayload) {
            out.writerIndex(frameStart);
            return false;
        }
        complete(out, frameStart, length);
        return true;
    }

    /** Fills in the header of a payload that lies behind the room for it. */
    abstract void complete(ByteBuf out, int frameStart, int length);

    /**
     * Writes one frame.
     *
     * @return false, and nothing is written, if the header cannot say the payload's length
     */
    public final boolean writeFrame(ByteBuf out, byte[] payload) {
        int start = begin(out);
        out.writeBytes(payload);
        return end(out, start);
    }

    /** Writes one frame as {@link #writeFrame(ByteBuf, byte[])}; the payload's indices stay and it is not released. */
    public final boolean writeFrame(ByteBuf out, ByteBuf payload) {
        int start = begin(out);
        out.writeBytes(payload, payload.readerIndex(), payload.readableBytes());
        return end(out, start);
    }

    /**
     * One frame as an array, for clients and tests.
     *
     * @throws IllegalArgumentException if the header cannot say the payload's length
     */
    public final byte[] frame(byte[] payload) {
        ByteBuf out = Unpooled.buffer(payload.length + 16);
        if (!writeFrame(out, payload)) {
            throw new IllegalArgumentException(
                    "payload: " + payload.length + " bytes (expected: at most " + maxPayload + ")");
        }
        return ByteBufUtil.getBytes(out);
    }
}
