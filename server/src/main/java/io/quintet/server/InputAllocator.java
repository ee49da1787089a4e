package io.quintet.server;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelConfig;
import io.netty.channel.RecvByteBufAllocator;
import io.netty.channel.socket.ChannelInputShutdownEvent;
import io.netty.util.UncheckedBooleanSupplier;

/**
 * Lets a channel read into the buffers that its connection's {@link Input} chooses. Netty asks an allocator for a handle of
 * each channel; here a channel has an allocator of its own, which is that handle.
 *
 * <p>A channel that knows no half-closure would close at the end of input, with answers still due. From such a one the
 * end is hidden as a read of nothing, and told to its pipeline as others tell it.
 */
@SuppressWarnings("deprecation")
final class InputAllocator implements RecvByteBufAllocator, RecvByteBufAllocator.ExtendedHandle {
    /** Reads in a row from one channel before the event loop's others have their turn. */
    private static final int READS_IN_A_ROW = 4;

    private final Input input;
    private final Channel channel;
    private final boolean hidesEnd;
    private int reads;
    private int attempted;
    private int last;

    InputAllocator(Input input, Channel channel, boolean hidesEnd) {
        this.input = input;
        this.channel = channel;
        this.hidesEnd = hidesEnd;
    }

    @Override
    public ExtendedHandle newHandle() {
        return this;
    }

    /** Room for twice what came last, so that it is found out when more comes. */
    @Override
    public ByteBuf allocate(ByteBufAllocator allocator) {
        return input.bufferToRead(Math.min(2 * Math.max(0, last), ReadMemory.BUFFER_SIZE));
    }

    @Override
    public int guess() {
        return ReadMemory.BUFFER_SIZE;
    }

    @Override
    public void reset(ChannelConfig config) {
        reads = 0;
    }

    @Override
    public void incMessagesRead(int more) {
        reads += more;
    }

    @Override
    public void attemptedBytesRead(int bytes) {
        attempted = bytes;
    }

    @Override
    public int attemptedBytesRead() {
        return attempted;
    }

    @Override
    public void lastBytesRead(int bytes) {
        if (bytes < 0 && hidesEnd) {
            last = 0;
            tellEnd();
        } else {
            last = bytes;
        }
    }

    @Override
    public int lastBytesRead() {
        return last;
    }

    private void tellEnd() {
        channel.config().setAutoRead(false);
        channel.eventLoop()
                .execute(() -> channel.pipeline().fireUserEventTriggered(ChannelInputShutdownEvent.INSTANCE));
    }

    /** A buffer that was not filled has emptied the socket. */
    @Override
    public boolean continueReading() {
        return mayContinue() && last == attempted;
    }

    /** @param expectsMore the transport's own guess */
    @Override
    public boolean continueReading(UncheckedBooleanSupplier expectsMore) {
        return mayContinue() && expectsMore.get();
    }

    private boolean mayContinue() {
        return last > 0 && reads < READS_IN_A_ROW && channel.config().isAutoRead();
    }

    @Override
    public void readComplete() {}
}
