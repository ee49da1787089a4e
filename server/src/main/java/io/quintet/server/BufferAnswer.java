package io.quintet.server;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.quintet.logic.Answer;
import io.quintet.logic.Payload;
import java.nio.ByteBuffer;
import java.util.Objects;

/**
 * An answer that is appended to one output buffer after another. It is written into the buffer's memory, and the buffer is
 * told by {@link #end} how much that was: a call to a buffer whose kind the compiler cannot know costs more than a word.
 */
final class BufferAnswer extends Answer {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private ByteBuf out = Unpooled.EMPTY_BUFFER;
    private ByteBuffer memory = NOTHING;
    private int start;
    private int end;

    /** Begins a new answer at the end of {@code out}, which nobody else may write to until {@link #end}. */
    BufferAnswer to(ByteBuf out) {
        this.out = out;
        reset();
        end = 0;
        start = 0;
        viewRoom();
        return this;
    }

    /** Views all that there is room for, and has the answer go on where it was. */
    private void viewRoom() {
        int length = length();
        memory = out.internalNioBuffer(out.writerIndex(), out.writableBytes());
        start = memory.position();
        end = start + length;
    }

    /** Adds the answer to the output buffer. */
    void end() {
        out.writerIndex(out.writerIndex() + length());
    }

    /** Points {@code payload} at the answer. */
    void view(Payload payload) {
        payload.pointAt(memory, start, length());
    }

    @Override
    public Answer append(byte value) {
        roomFor(1).put(end, value);
        end++;
        return this;
    }

    @Override
    public Answer append(byte[] source, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, source.length);
        roomFor(length).put(end, source, offset, length);
        end += length;
        return this;
    }

    @Override
    public Answer append(Payload payload) {
        payload.copyTo(roomFor(payload.length()), end);
        end += payload.length();
        return this;
    }

    /** The memory, with room for {@code more} bytes behind the answer. */
    private ByteBuffer roomFor(int more) {
        if (more > memory.limit() - end) {
            out.ensureWritable(length() + more);
            viewRoom();
        }
        return memory;
    }

    @Override
    public int length() {
        return end - start;
    }
}
