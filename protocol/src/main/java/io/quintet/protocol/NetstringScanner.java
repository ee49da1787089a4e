package io.quintet.protocol;

import io.netty.buffer.ByteBuf;

/** Netstrings: {@code 3:abc,}. A length over the limit is known as soon as a digit makes it so, before the colon. */
final class NetstringScanner extends FrameScanner {
    private static final int SHORTEST = 3;

    NetstringScanner(Framing framing) {
        super(framing, 0, SHORTEST);
        trailerLength = 1;
    }

    @Override
    int measure(ByteBuf in, int start, int readable) {
        long value = 0;
        for (int i = 0; i < readable; i++) {
            byte one = in.getByte(start + i);
            boolean done = value == 0 && i > 0;
            if (Decimal.isDigit(one) && !done) {
                value = value * 10 + one - '0';
                if (value > framing.maxPayload()) {
                    return (int) Math.min(value, Integer.MAX_VALUE);
                }
            } else {
                return one == ':' && i > 0 ? beforeComma(in, start + i + 1, readable - i - 1, (int) value) : wrongAt(i);
            }
            headerLength = i + 2;
        }
        return UNDECIDED;
    }

    private int beforeComma(ByteBuf in, int payload, int readable, int length) {
        return readable > length && in.getByte(payload + length) != ',' ? wrongAt(headerLength + length) : length;
    }

    @Override
    String expectedAt(int index) {
        if (index == 0) {
            return "'0'-'9'";
        }
        return index < headerLength ? "':', or '0'-'9' behind no leading zero" : "','";
    }

    @Override
    long announced(ByteBuf in, int start) {
        long value = 0;
        for (int i = start;
                i < in.writerIndex() && Decimal.isDigit(in.getByte(i)) && value <= framing.maxPayload();
                i++) {
            value = value * 10 + in.getByte(i) - '0';
        }
        return value;
    }
}
