package io.quintet.protocol;

import io.netty.buffer.ByteBuf;

/** Writes zero- or space-padded decimal headers. */
final class AsciiWriter extends FrameWriter {
    private static final int EIGHT_DIGITS = 100_000_000;

    private final int digits;
    private final int counted;
    private final boolean spaces;

    AsciiWriter(HeaderForm.Ascii form) {
        super(form.largestPayload(), form.digits());
        this.digits = form.digits();
        this.counted = form.countsItself() ? digits : 0;
        this.spaces = form.padding() == HeaderForm.Padding.SPACE;
    }

    @Override
    void complete(ByteBuf out, int frameStart, int length) {
        int value = length + counted;
        if (digits > 8) {
            out.setByte(frameStart, '0' + value / EIGHT_DIGITS);
            out.setLongLE(frameStart + 1, Decimal.digits(value % EIGHT_DIGITS));
        } else {
            setDigits(out, frameStart, Decimal.digits(value) >>> (8 * (8 - digits)));
        }
        if (spaces) {
            setSpaces(out, frameStart, digits - Decimal.width(value));
        }
    }

    private void setDigits(ByteBuf out, int index, long word) {
        int at = index;
        long rest = word;
        if ((digits & 8) != 0) {
            out.setLongLE(at, rest);
            return;
        }
        if ((digits & 4) != 0) {
            out.setIntLE(at, (int) rest);
            rest >>>= 32;
            at += 4;
        }
        if ((digits & 2) != 0) {
            out.setShortLE(at, (int) rest);
            rest >>>= 16;
            at += 2;
        }
        if ((digits & 1) != 0) {
            out.setByte(at, (int) rest);
        }
    }

    private static void setSpaces(ByteBuf out, int index, int count) {
        for (int i = 0; i < count; i++) {
            out.setByte(index + i, ' ');
        }
    }
}
