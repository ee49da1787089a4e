package io.quintet.bench;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;

/** Answers each payload by its bytes in reverse. */
final class Reverser extends SimpleChannelInboundHandler<ByteBuf> {
    @Override
    protected void channelRead0(ChannelHandlerContext context, ByteBuf request) {
        ByteBuf answer = context.alloc().buffer(request.readableBytes());
        for (int i = request.writerIndex() - 1; i >= request.readerIndex(); i--) {
            answer.writeByte(request.getByte(i));
        }
        context.write(answer);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        context.flush();
    }
}
