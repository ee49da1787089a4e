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

    /**
     * The last header read as a word and what it says. Frames of one size follow one another more often than not, and
     * then the next frame's place need not wait for the arithmetic on this one's digits.
     */
    private long knownDigits;

    private int knownLength;

    AsciiScanner(Framing framing, int digits, boolean countsItself) {
        super(framing, digits, digits);
        this.digits = digits;
        this.counted = countsItself ? digits : 0;
        this.shift = digits < WORD ? 8 * (WORD - digits) : 0;
        this.fill = Decimal.ZEROS & ((1L << shift) - 1);
        this.readableForWord = digits <= WORD ? WORD : Integer.MAX_VALUE;
        this.knownDigits = Decimal.ZEROS & ~fill;
        this.knownLength = payloadLength(0);
    }

    @Override
    int measure(ByteBuf in, int start, int readable) {
        if (readable >= readableForWord) {
            long word = in.getLongLE(start) << shift;
            return word == knownDigits ? knownLength : measureWord(in, start, word);
        }
        return measureByBytes(in, start, readable);
    }

    private int measureWord(ByteBuf in, int start, long word) {
        if (!Decimal.isDigits(word | fill)) {
            return measureByBytes(in, start, digits);
        }
        knownDigits = word;
        knownLength = payloadLength(Decimal.value(word | fill));
        return knownLength;
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
