package io.quintet.protocol;

import io.netty.buffer.ByteBuf;

/** Writes unsigned binary headers. */
final class BinaryWriter extends FrameWriter {
    private final int bytes;
    private final boolean littleEndian;
    private final int counted;

    BinaryWriter(HeaderForm.Binary form) {
        super(form.largestPayload(), form.bytes());
        this.bytes = form.bytes();
        this.littleEndian = form.littleEndian();
        this.counted = form.countsItself() ? bytes : 0;
    }

    @Override
    void complete(ByteBuf out, int frameStart, int length) {
        if (littleEndian) {
            setLittleEndian(out, frameStart, length + counted);
        } else {
            setBigEndian(out, frameStart, length + counted);
        }
    }

    private void setBigEndian(ByteBuf out, int index, int value) {
        switch (bytes) {
            case 1 -> out.setByte(index, value);
            case 2 -> out.setShort(index, value);
            case 3 -> out.setMedium(index, value);
            default -> out.setInt(index, value);
        }
    }

    private void setLittleEndian(ByteBuf out, int index, int value) {
        switch (bytes) {
            case 1 -> out.setByte(index, value);
            case 2 -> out.setShortLE(index, value);
            case 3 -> out.setMediumLE(index, value);
            default -> out.setIntLE(index, value);
        }
    }
}
