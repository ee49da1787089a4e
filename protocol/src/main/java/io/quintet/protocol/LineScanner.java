package io.quintet.protocol;

import io.netty.buffer.ByteBuf;

/** Lines that end in LF; a CR before it is dropped. What was looked at once without an LF is not looked at again. */
final class LineScanner extends FrameScanner {
    private int looked;

    LineScanner(Framing framing) {
        super(framing, 0, 1);
    }

    @Override
    int measure(ByteBuf in, int start, int readable) {
        if (readable > 0 && skips(in.getByte(start))) {
            return wrongAt(0);
        }
        int most = framing.maxPayload() + 2;
        int lineFeed = in.indexOf(start + looked, start + Math.min(readable, most), (byte) '\n');
        if (lineFeed < 0) {
            return measureOpenLine(in, start, readable);
        }
        looked = 0;
        boolean carriageReturn = lineFeed > start && in.getByte(lineFeed - 1) == '\r';
        trailerLength = carriageReturn ? 2 : 1;
        return lineFeed + 1 - trailerLength - start;
    }

    /** A line may be longer than the limit by a CR, as long as an LF can still follow. */
    private int measureOpenLine(ByteBuf in, int start, int readable) {
        int max = framing.maxPayload();
        looked = Math.min(readable, max + 2);
        boolean open = readable <= max || (readable == max + 1 && in.getByte(start + max) == '\r');
        return open ? UNDECIDED : max + 1;
    }

    @Override
    String expectedAt(int index) {
        return "any byte";
    }

    @Override
    long announced(ByteBuf in, int start) {
        return framing.maxPayload() + 1L;
    }
}
