package io.quintet.load;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.UnpooledByteBufAllocator;
import io.netty.channel.DefaultMaxMessagesRecvByteBufAllocator;

/**
 * The buffers that one event loop reads into. What is read is compared at once and never kept, so that one buffer, warm in
 * the processor's cache, serves every connection where reads happen at once; io_uring takes as many as it has reads under
 * way. Confined to its event loop.
 */
final class ReadBuffers {
    private static final int MOST_KEPT = 256;
    private static final int READS_IN_A_ROW = 4;

    private final ByteBuf[] buffers = new ByteBuf[MOST_KEPT];
    private final int size;
    private int count;

    /** @param size of one buffer in bytes; only pages that were written to cost memory */
    ReadBuffers(int size) {
        this.size = size;
    }

    /** An empty buffer; the caller releases it. */
    private ByteBuf take() {
        for (int i = 0; i < count; i++) {
            if (buffers[i].refCnt() == 1) {
                return buffers[i].clear().retain();
            }
        }
        ByteBuf fresh = UnpooledByteBufAllocator.DEFAULT.directBuffer(size, size);
        if (count < MOST_KEPT) {
            buffers[count++] = fresh.retain();
        }
        return fresh;
    }

    /** Has channels read into them. */
    DefaultMaxMessagesRecvByteBufAllocator forChannels() {
        return new DefaultMaxMessagesRecvByteBufAllocator(READS_IN_A_ROW) {
            @Override
            @SuppressWarnings("deprecation")
            public Handle newHandle() {
                return new MaxMessageHandle() {
                    @Override
                    public ByteBuf allocate(ByteBufAllocator allocator) {
                        return take();
                    }

                    @Override
                    public int guess() {
                        return size;
                    }
                };
            }
        };
    }

    void release() {
        while (count > 0) {
            buffers[--count].release();
        }
    }
}
