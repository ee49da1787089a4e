package io.quintet.protocol;

import io.netty.buffer.ByteBuf;
import io.quintet.protocol.HeaderForm.LineEnd;

/** Writes lines. An LF inside the payload goes out as it is: the peer will see two lines. */
final class LineWriter extends FrameWriter {
    private final LineEnd end;

    LineWriter(LineEnd end) {
        super(HeaderForm.LARGEST, 0);
        this.end = end;
    }

    @Override
    void complete(ByteBuf out, int frameStart, int length) {
        if (end == LineEnd.CRLF) {
            out.writeByte('\r');
        }
        out.writeByte('\n');
    }
}
