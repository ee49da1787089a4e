package io.quintet.server;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.UnpooledByteBufAllocator;

/**
 * The buffers that one event loop reads into, or those it appends answers to, used again and again so that they stay in
 * the processor's cache. Confined to its event loop.
 *
 * <p>The pool keeps one reference of each; a buffer that nobody else refers to is free. On epoll and NIO one is being
 * read into while the {@link SendQueue} has others; on io_uring several reads and writes are on their way.
 */
final class ReadMemory {
    /** Capacity of one buffer in bytes; only the pages that were written to cost memory. */
    static final int BUFFER_SIZE = 256 * 1024;

    /** How many there are at most. */
    static final int MOST_BUFFERS = 64;

    /** Least capacity of a buffer that is taken when the pool's are on their way. */
    private static final int LEAST_CAPACITY = 4096;

    /** How many are looked at for a free one: the last one taken, then the one that has been away for longest. */
    private static final int LOOKS = 2;

    private final MemoryBudget budget;
    private final ByteBuf[] buffers = new ByteBuf[MOST_BUFFERS];
    private int count;
    private int current;

    ReadMemory(MemoryBudget budget) {
        this.budget = budget;
    }

    /**
     * An empty buffer; the caller releases it.
     *
     * @param expected about how many bytes it will be filled with; there is room for as many, unless memory is short
     */
    ByteBuf take(int expected) {
        if (isShort()) {
            return allocate(LEAST_CAPACITY);
        }
        for (int look = 0; look < Math.min(LOOKS, count); look++) {
            if (buffers[current].refCnt() == 1) {
                return usable(current).clear().retain();
            }
            current = current + 1 < count ? current + 1 : 0;
        }
        return count < MOST_BUFFERS ? add() : allocate(Math.max(expected, LEAST_CAPACITY));
    }

    /**
     * A buffer of its own, not of the pool; the caller releases it. While memory is short it is not cut from an
     * allocator's chunk, which stays as long as anything of it is in use.
     */
    ByteBuf allocate(int capacity) {
        return (isShort() ? UnpooledByteBufAllocator.DEFAULT : ByteBufAllocator.DEFAULT).directBuffer(capacity);
    }

    /** Whether buffers should be no larger than they must be. */
    boolean isShort() {
        return budget.isExceeded();
    }

    private ByteBuf add() {
        ByteBuf fresh = newBuffer();
        current = count;
        buffers[count++] = fresh;
        return fresh.retain();
    }

    /** A long answer makes a buffer grow; such a one is not kept. */
    private ByteBuf usable(int index) {
        if (buffers[index].capacity() != BUFFER_SIZE) {
            buffers[index].release();
            buffers[index] = newBuffer();
        }
        return buffers[index];
    }

    private static ByteBuf newBuffer() {
        return UnpooledByteBufAllocator.DEFAULT.directBuffer(BUFFER_SIZE);
    }

    /** Gives back what is free after a burst, but for the first buffer. */
    void trim() {
        while (count > 1 && buffers[count - 1].refCnt() == 1) {
            buffers[--count].release();
        }
        current = 0;
    }

    /** Gives back everything; what is still being written is freed when it is out. */
    void close() {
        while (count > 0) {
            buffers[--count].release();
        }
    }
}
