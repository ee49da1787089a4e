package io.quintet.load;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.quintet.protocol.Framing;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Frames one after the other, to be sent or expected again and again. They lie in memory twice, so that a run of frames
 * that begins anywhere is in one piece. Immutable; safe from any thread.
 */
final class FrameRing {
    private final ByteBuffer bytes;
    private final int[] ends;
    private final int length;

    /** The size of every frame; 0 where they differ. */
    private final int uniform;

    /** @param rounds how often the payloads are repeated */
    FrameRing(Framing framing, List<byte[]> payloads, int rounds) {
        ByteBuf once = Unpooled.buffer();
        for (byte[] payload : payloads) {
            framing.writer().writeFrame(once, payload);
        }
        this.ends = new int[rounds * payloads.size()];
        this.length = rounds * once.readableBytes();
        this.bytes = ByteBuffer.allocateDirect(2 * length);
        for (int i = 0; i < 2 * rounds; i++) {
            bytes.put(once.nioBuffer());
        }
        bytes.clear();
        this.uniform = measure(framing, payloads);
    }

    private int measure(Framing framing, List<byte[]> payloads) {
        int end = 0;
        int size = -1;
        for (int i = 0; i < ends.length; i++) {
            int frame = framing.writer().frame(payloads.get(i % payloads.size())).length;
            size = size == -1 || size == frame ? frame : 0;
            end += frame;
            ends[i] = end;
        }
        return size;
    }

    /** How many frames there are. */
    int count() {
        return ends.length;
    }

    /** Bytes of all frames. */
    int length() {
        return length;
    }

    int start(int frame) {
        return frame == 0 ? 0 : ends[frame - 1];
    }

    int end(int frame) {
        return ends[frame];
    }

    /** The size of every frame, or 0 where they differ. */
    int uniform() {
        return uniform;
    }

    /** The bytes of {@code frames} frames in a row, the first one {@code first}. */
    long bytesOf(int first, int frames) {
        if (uniform > 0) {
            return (long) uniform * frames;
        }
        int last = first + frames % ends.length;
        int end = last <= ends.length ? start(last) : length + start(last - ends.length);
        return (long) (frames / ends.length) * length + end - start(first);
    }

    /** The bytes to write from, with indices and a reference count of its own. */
    ByteBuf newSource() {
        return Unpooled.wrappedBuffer(bytes.duplicate());
    }

    /** The bytes to compare with, with a position and limit of its own. */
    ByteBuffer newView() {
        return bytes.duplicate();
    }
}
