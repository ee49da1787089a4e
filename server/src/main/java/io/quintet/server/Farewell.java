package io.quintet.server;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.channel.socket.DuplexChannel;
import io.netty.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Has a peer read why its handshake has failed: between the alert and the close, what it still sends is discarded for a
 * while, since a reset would destroy the alert. Put behind the socket when the handshake has failed; the first close is the
 * one that waits.
 */
final class Farewell extends ChannelDuplexHandler {
    private static final int MOST_DISCARDED = 64 * 1024;
    private static final long LONGEST_MILLIS = 1000;

    private boolean begun;
    private int discarded;

    @Override
    public void close(ChannelHandlerContext ctx, ChannelPromise promise) {
        if (begun) {
            ctx.close(promise);
            return;
        }
        begun = true;
        ctx.executor().schedule(() -> ctx.close(promise), LONGEST_MILLIS, TimeUnit.MILLISECONDS);
        ctx.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(alert -> written(ctx, alert));
    }

    private static void written(ChannelHandlerContext ctx, Future<? super Void> alert) {
        if (alert.isSuccess()) {
            ((DuplexChannel) ctx.channel()).shutdownOutput();
        } else {
            ctx.close();
        }
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
        ByteBuf in = (ByteBuf) message;
        discarded += in.readableBytes();
        in.release();
        if (discarded > MOST_DISCARDED) {
            ctx.close();
        }
    }

    @Override
    public void userEventTriggered(ChannelHandlerContext ctx, Object event) {
        if (event == ChannelInputShutdownEvent.INSTANCE) {
            ctx.close();
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
        ctx.close();
    }
}
