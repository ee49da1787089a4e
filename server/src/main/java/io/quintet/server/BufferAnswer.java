package io.quintet.server;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.quintet.logic.Answer;
import io.quintet.logic.Payload;
import java.nio.ByteBuffer;

/** An answer that is appended to one output buffer after another. */
final class BufferAnswer extends Answer {
    private ByteBuf out = Unpooled.EMPTY_BUFFER;
    private int start;

    /** Begins a new answer at the end of {@code out}. */
    BufferAnswer to(ByteBuf out) {
        this.out = out;
        this.start = out.writerIndex();
        reset();
        return this;
    }

    /** Where in the output buffer the answer begins. */
    int start() {
        return start;
    }

    @Override
    public Answer append(byte value) {
        out.writeByte(value);
        return this;
    }

    @Override
    public Answer append(byte[] source, int offset, int length) {
        out.writeBytes(source, offset, length);
        return this;
    }

    @Override
    public Answer append(Payload payload) {
        int length = payload.length();
        int end = out.writerIndex();
        ByteBuffer room = out.ensureWritable(length).internalNioBuffer(end, length);
        payload.copyTo(room, room.position());
        out.writerIndex(end + length);
        return this;
    }

    @Override
    public int length() {
        return out.writerIndex() - start;
    }
}
