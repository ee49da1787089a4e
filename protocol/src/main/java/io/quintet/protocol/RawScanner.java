package io.quintet.protocol;

import io.netty.buffer.ByteBuf;

/** No frames: all there is to read is one payload, in pieces of the limit if there is more. */
final class RawScanner extends FrameScanner {
    RawScanner(Framing framing) {
        super(framing, 0, 1);
    }

    @Override
    int measure(ByteBuf in, int start, int readable) {
        return readable == 0 ? UNDECIDED : Math.min(readable, framing.maxPayload());
    }

    @Override
    String expectedAt(int index) {
        return "any byte";
    }

    @Override
    long announced(ByteBuf in, int start) {
        return 0;
    }
}
