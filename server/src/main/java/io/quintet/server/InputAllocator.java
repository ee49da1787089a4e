package io.quintet.server;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.channel.DefaultMaxMessagesRecvByteBufAllocator;

/** Lets a channel read into the buffers that its connection's {@link Input} chooses. */
final class InputAllocator extends DefaultMaxMessagesRecvByteBufAllocator {
    /** Reads in a row from one channel before the event loop's others have their turn. */
    private static final int READS_IN_A_ROW = 4;

    private final MaxMessageHandle handle;

    InputAllocator(Input input) {
        super(READS_IN_A_ROW);
        handle = new MaxMessageHandle() {
            @Override
            public ByteBuf allocate(ByteBufAllocator allocator) {
                return input.bufferToRead();
            }

            @Override
            public int guess() {
                return ReadMemory.BUFFER_SIZE;
            }
        };
    }

    /** One connection has one handle. */
    @Override
    @SuppressWarnings("deprecation")
    public Handle newHandle() {
        return handle;
    }
}
