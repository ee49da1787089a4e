package io.quintet.server;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.DefaultMaxMessagesRecvByteBufAllocator;
import io.netty.channel.socket.ChannelInputShutdownEvent;

/**
 * Lets a channel read into the buffers that its connection's {@link Input} chooses.
 *
 * <p>A channel that knows no half-closure would close at the end of input, with answers still due. From such a one the
 * end is hidden as a read of nothing, and told to its pipeline as others tell it.
 */
final class InputAllocator extends DefaultMaxMessagesRecvByteBufAllocator {
    /** Reads in a row from one channel before the event loop's others have their turn. */
    private static final int READS_IN_A_ROW = 4;

    private final MaxMessageHandle handle;

    InputAllocator(Input input, Channel channel, boolean hidesEnd) {
        super(READS_IN_A_ROW);
        handle = new MaxMessageHandle() {
            @Override
            public ByteBuf allocate(ByteBufAllocator allocator) {
                return input.bufferToRead(expected());
            }

            @Override
            public int guess() {
                return ReadMemory.BUFFER_SIZE;
            }

            /** Twice what came last, so that it is found out when more comes. */
            private int expected() {
                return Math.min(2 * Math.max(0, lastBytesRead()), ReadMemory.BUFFER_SIZE);
            }

            @Override
            public void lastBytesRead(int bytes) {
                if (bytes < 0 && hidesEnd) {
                    super.lastBytesRead(0);
                    tellEnd(channel);
                } else {
                    super.lastBytesRead(bytes);
                }
            }
        };
    }

    private static void tellEnd(Channel channel) {
        channel.config().setAutoRead(false);
        channel.eventLoop()
                .execute(() -> channel.pipeline().fireUserEventTriggered(ChannelInputShutdownEvent.INSTANCE));
    }

    /** One connection has one handle. */
    @Override
    @SuppressWarnings("deprecation")
    public Handle newHandle() {
        return handle;
    }
}
