package io.quintet.server;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Where the answers of one connection go: a buffer they are gathered in, and the channel. Confined to the connection's
 * event loop.
 */
final class Output {
    /** Gathered bytes beyond which they are written without waiting for more. */
    private static final int ENOUGH = 64 * 1024;

    private final ChannelHandlerContext context;
    private final ReadMemory memory;
    private @Nullable ByteBuf gathered;
    private long handedOver;

    Output(ChannelHandlerContext context, ReadMemory memory) {
        this.context = context;
        this.memory = memory;
    }

    /** The buffer to append frames to; stays this object's, and is another one after each write. */
    ByteBuf buffer() {
        ByteBuf buffer = gathered;
        if (buffer == null) {
            buffer = memory.take();
            gathered = buffer;
        }
        return buffer;
    }

    /** Writes a buffer of finished frames, which it takes over, behind what was gathered. */
    void write(ByteBuf frames) {
        if (gathered != null) {
            flush();
        }
        handedOver += frames.readableBytes();
        context.writeAndFlush(frames, context.voidPromise());
    }

    /** Whether so much has been gathered that it should be written now. */
    boolean hasEnough() {
        return gathered != null && gathered.readableBytes() >= ENOUGH;
    }

    /** Writes what was gathered. */
    void flush() {
        ByteBuf frames = gathered;
        gathered = null;
        if (frames == null) {
            return;
        }
        if (frames.isReadable()) {
            handedOver += frames.readableBytes();
            context.writeAndFlush(frames, context.voidPromise());
        } else {
            frames.release();
        }
    }

    /** Done when all that was written before is out. */
    ChannelFuture lastWrite() {
        flush();
        return context.writeAndFlush(Unpooled.EMPTY_BUFFER);
    }

    /** Whether the peer has left less unread than the write buffer's high mark. */
    boolean isWritable() {
        return context.channel().isWritable();
    }

    /** Bytes given to the channel and not yet to the operating system. */
    long unsent() {
        ChannelOutboundBuffer buffer = context.channel().unsafe().outboundBuffer();
        return buffer == null ? 0 : buffer.totalPendingWriteBytes();
    }

    /** Bytes that the operating system has taken, for seeing progress. */
    long sent() {
        return handedOver - unsent();
    }

    /** Forgets what was gathered and not written. */
    void release() {
        if (gathered != null) {
            gathered.release();
            gathered = null;
        }
    }
}
