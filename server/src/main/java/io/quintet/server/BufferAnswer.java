package io.quintet.server;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.quintet.logic.Answer;
import io.quintet.logic.Payload;
import java.nio.ByteBuffer;

/** An answer that is appended to one output buffer after another. */
final class BufferAnswer extends Answer {
    /** Bytes up to which copying word by word is faster than a call that copies. */
    private static final int SHORT = 64;

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
        int end = out.ensureWritable(length).writerIndex();
        if (length <= SHORT) {
            copyByWords(payload, end);
        } else {
            ByteBuffer room = out.internalNioBuffer(end, length);
            payload.copyTo(room, room.position());
        }
        out.writerIndex(end + length);
        return this;
    }

    private void copyByWords(Payload payload, int at) {
        int length = payload.length();
        int copied = 0;
        for (; copied <= length - Long.BYTES; copied += Long.BYTES) {
            out.setLong(at + copied, payload.longAt(copied));
        }
        for (; copied < length; copied++) {
            out.setByte(at + copied, payload.byteAt(copied));
        }
    }

    @Override
    public int length() {
        return out.writerIndex() - start;
    }
}
