package io.quintet.protocol;

import io.netty.buffer.ByteBuf;

/** Writes netstrings. Room is kept for two digits; a payload with fewer or more is moved once. */
final class NetstringWriter extends FrameWriter {
    private static final int ROOM = 3;

    NetstringWriter() {
        super(HeaderForm.LARGEST, ROOM);
    }

    @Override
    void complete(ByteBuf out, int frameStart, int length) {
        int digits = Decimal.width(length);
        int payload = frameStart + digits + 1;
        out.ensureWritable(digits + 2 - ROOM + 1);
        if (digits + 1 != ROOM) {
            out.setBytes(payload, out, frameStart + ROOM, length);
        }
        int rest = length;
        for (int i = digits - 1; i >= 0; i--) {
            out.setByte(frameStart + i, '0' + rest % 10);
            rest /= 10;
        }
        out.setByte(payload - 1, ':');
        out.setByte(payload + length, ',');
        out.writerIndex(payload + length + 1);
    }
}
