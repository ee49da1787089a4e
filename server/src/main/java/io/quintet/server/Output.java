package io.quintet.server;

import io.netty.buffer.ByteBuf;
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

    /** A buffer filled to less than this part of it does not wait for a slow peer. */
    private static final int LEAST_FILLED = 4;

    private final ChannelHandlerContext context;
    private final LoopContext loop;
    private final int mostQueued;
    private @Nullable ByteBuf gathered;
    private long handedOver;
    private int queued;

    /** @param mostQueued bytes that may wait to be sent together with other connections' */
    Output(ChannelHandlerContext context, LoopContext loop, int mostQueued) {
        this.context = context;
        this.loop = loop;
        this.mostQueued = mostQueued;
    }

    /** The buffer to append frames to; stays this object's, and is another one after each write. */
    ByteBuf buffer() {
        ByteBuf buffer = gathered;
        if (buffer == null) {
            buffer = loop.answers().take(0);
            gathered = buffer;
        }
        return buffer;
    }

    /** Writes a buffer of finished frames, which it takes over, behind what was gathered. */
    void write(ByteBuf frames) {
        if (gathered != null) {
            flush();
        }
        handOver(frames);
    }

    /**
     * Writes {@code frames}; a few bytes that will have to wait behind others, which the peer has not taken yet, in a
     * buffer of their own, so that what waits costs about as much memory as it says.
     */
    private void handOver(ByteBuf frames) {
        int length = frames.readableBytes();
        handedOver += length;
        loop.counts().add(LoopCounts.Count.SENT_BYTES, length);
        ByteBuf out = frames;
        if (unsent() > queued && length <= frames.capacity() / LEAST_FILLED) {
            out = loop.answers().allocate(length).writeBytes(frames);
            frames.release();
        }
        context.write(out, context.voidPromise());
        sendSoon(length);
    }

    /** Sends the {@code written} bytes and those before them: together with other connections' if they are few. */
    private void sendSoon(int written) {
        boolean first = queued == 0;
        queued += written;
        if (queued > mostQueued) {
            send();
        } else if (first) {
            loop.sendQueue().add(this);
        }
    }

    /** Sends what was written. */
    void send() {
        queued = 0;
        context.flush();
    }

    /** Whether so much has been gathered that it should be written now. */
    boolean hasEnough() {
        return gathered != null && gathered.readableBytes() >= ENOUGH;
    }

    /** Whether nothing is gathered that is still to be written. */
    boolean isFlushed() {
        return gathered == null || !gathered.isReadable();
    }

    /** Writes what was gathered. */
    void flush() {
        ByteBuf frames = gathered;
        gathered = null;
        if (frames == null) {
            return;
        }
        if (frames.isReadable()) {
            handOver(frames);
        } else {
            frames.release();
        }
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

    /** Bytes that the operating system has taken, for seeing progress: also within one long write. */
    long sent() {
        ChannelOutboundBuffer buffer = context.channel().unsafe().outboundBuffer();
        return buffer == null ? 0 : handedOver - buffer.totalPendingWriteBytes() + buffer.currentProgress();
    }

    /** Whether the peer has taken any of it in the last {@code millis}, although {@link #sent} may not show it yet. */
    boolean isMoving(long millis) {
        return Transport.isMoving(context.channel(), millis);
    }

    /** Forgets what was gathered and not written. */
    void release() {
        if (gathered != null) {
            gathered.release();
            gathered = null;
        }
    }
}
