package io.quintet.protocol;

import io.netty.buffer.ByteBuf;

/** Writes payloads bare. */
final class RawWriter extends FrameWriter {
    RawWriter() {
        super(HeaderForm.LARGEST, 0);
    }

    @Override
    void complete(ByteBuf out, int frameStart, int length) {
        // nothing around a payload
    }
}
