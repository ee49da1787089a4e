package io.quintet.protocol;

import io.netty.buffer.ByteBuf;

/** Frames whose header is decimal digits with spaces around them: {@code "    3abc"}. */
final class PaddedAsciiScanner extends FrameScanner {
    private final int width;
    private final int counted;

    PaddedAsciiScanner(Framing framing, int width, boolean countsItself) {
        super(framing, width, width);
        this.width = width;
        this.counted = countsItself ? width : 0;
    }

    @Override
    int measure(ByteBuf in, int start, int readable) {
        int value = 0;
        boolean digits = false;
        boolean over = false;
        for (int i = 0; i < width; i++) {
            if (i == readable) {
                return UNDECIDED;
            }
            byte one = in.getByte(start + i);
            if (Decimal.isDigit(one) && !over) {
                value = value * 10 + one - '0';
                digits = true;
            } else if (one == ' ' && (digits || i < width - 1)) {
                over = digits;
            } else {
                return wrongAt(i);
            }
        }
        return value >= counted ? value - counted : SMALLER_THAN_HEADER;
    }

    @Override
    String expectedAt(int index) {
        return index == width - 1 ? "'0'-'9', or a space behind digits" : "'0'-'9' or spaces around the digits";
    }

    @Override
    long announced(ByteBuf in, int start) {
        long value = 0;
        for (int i = 0; i < width; i++) {
            byte one = in.getByte(start + i);
            value = one == ' ' ? value : value * 10 + one - '0';
        }
        return value;
    }
}
