package io.quintet.protocol;

import io.netty.buffer.ByteBuf;

/** Frames whose header is an unsigned binary length. */
final class BinaryScanner extends FrameScanner {
    private final int bytes;
    private final boolean littleEndian;
    private final int counted;

    BinaryScanner(Framing framing, HeaderForm.Binary form) {
        super(framing, form.bytes(), form.bytes());
        this.bytes = form.bytes();
        this.littleEndian = form.littleEndian();
        this.counted = form.countsItself() ? bytes : 0;
    }

    @Override
    int measure(ByteBuf in, int start, int readable) {
        if (readable < bytes) {
            return UNDECIDED;
        }
        long value = announced(in, start);
        return value >= counted ? (int) Math.min(value - counted, Integer.MAX_VALUE) : SMALLER_THAN_HEADER;
    }

    @Override
    long announced(ByteBuf in, int start) {
        return switch (bytes) {
            case 1 -> in.getUnsignedByte(start);
            case 2 -> littleEndian ? in.getUnsignedShortLE(start) : in.getUnsignedShort(start);
            case 3 -> littleEndian ? in.getUnsignedMediumLE(start) : in.getUnsignedMedium(start);
            default -> littleEndian ? in.getUnsignedIntLE(start) : in.getUnsignedInt(start);
        };
    }

    @Override
    String expectedAt(int index) {
        return "any byte";
    }
}
