package io.quintet.bench;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.MessageToByteEncoder;

/** Frames with five digits in front out of payloads. */
final class DigitsEncoder extends MessageToByteEncoder<ByteBuf> {
    @Override
    protected void encode(ChannelHandlerContext context, ByteBuf payload, ByteBuf out) {
        int length = payload.readableBytes();
        for (int unit = 10_000; unit > 0; unit /= 10) {
            out.writeByte('0' + length / unit % 10);
        }
        out.writeBytes(payload);
    }
}
