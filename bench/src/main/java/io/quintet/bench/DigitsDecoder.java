package io.quintet.bench;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.ByteToMessageDecoder;
import io.netty.handler.codec.CorruptedFrameException;
import java.util.List;

/** Payloads out of frames with five digits in front. */
final class DigitsDecoder extends ByteToMessageDecoder {
    static final int DIGITS = 5;

    @Override
    protected void decode(ChannelHandlerContext context, ByteBuf in, List<Object> out) {
        if (in.readableBytes() < DIGITS) {
            return;
        }
        int length = 0;
        for (int i = 0; i < DIGITS; i++) {
            int digit = in.getByte(in.readerIndex() + i) - '0';
            if (digit < 0 || digit > 9) {
                throw new CorruptedFrameException("header byte " + i + ": no digit");
            }
            length = 10 * length + digit;
        }
        if (in.readableBytes() >= DIGITS + length) {
            out.add(in.skipBytes(DIGITS).readRetainedSlice(length));
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        context.close();
    }
}
