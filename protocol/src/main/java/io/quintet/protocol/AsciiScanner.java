package io.quintet.protocol;

import io.netty.buffer.ByteBuf;

/** Frames whose header is zero-padded decimal digits: {@code 00003abc}. */
final class AsciiScanner extends FrameScanner {
    private static final int WORD = 8;

    private final int digits;
    private final int counted;

    /** How far the digits are shifted up in a word, and the zeros that then fill it. */
    private final int shift;

    private final long fill;

    /** How many bytes have to be readable for the digits to be read as one word. */
    private final int readableForWord;

    AsciiScanner(Framing framing, int digits, boolean countsItself) {
        super(framing, digits, digits);
        this.digits = digits;
        this.counted = countsItself ? digits : 0;
        this.shift = digits < WORD ? 8 * (WORD - digits) : 0;
        this.fill = Decimal.ZEROS & ((1L << shift) - 1);
        this.readableForWord = digits <= WORD ? WORD : Integer.MAX_VALUE;
    }

    @Override
    int measure(ByteBuf in, int start, int readable) {
        if (readable >= readableForWord) {
            long word = in.getLongLE(start) << shift | fill;
            if (Decimal.isDigits(word)) {
                return payloadLength(Decimal.value(word));
            }
        }
        return measureByBytes(in, start, readable);
    }

    private int payloadLength(int value) {
        return value >= counted ? value - counted : SMALLER_THAN_HEADER;
    }

    private int measureByBytes(ByteBuf in, int start, int readable) {
        int value = 0;
        for (int i = 0; i < digits; i++) {
            if (i == readable) {
                return UNDECIDED;
            }
            int digit = in.getByte(start + i) - '0';
            if (digit < 0 || digit > 9) {
                return wrongAt(i);
            }
            value = value * 10 + digit;
        }
        return payloadLength(value);
    }

    @Override
    String expectedAt(int index) {
        return "'0'-'9'";
    }

    @Override
    long announced(ByteBuf in, int start) {
        long value = 0;
        for (int i = 0; i < digits; i++) {
            value = value * 10 + in.getByte(start + i) - '0';
        }
        return value;
    }
}
