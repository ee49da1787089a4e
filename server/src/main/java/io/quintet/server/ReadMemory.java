package io.quintet.server;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.UnpooledByteBufAllocator;

/**
 * The buffers that one event loop reads into and answers from, used again and again so that they stay in the
 * processor's cache. Confined to its event loop.
 *
 * <p>The pool keeps one reference of each; a buffer that nobody else refers to is free. On epoll and NIO, where an answer
 * is usually written before the next read, one buffer serves all connections; io_uring has several on their way.
 */
final class ReadMemory {
    /** Capacity of one buffer in bytes; only the pages that were written to cost memory. */
    static final int BUFFER_SIZE = 256 * 1024;

    private static final int MOST_BUFFERS = 64;

    private final ByteBuf[] buffers = new ByteBuf[MOST_BUFFERS];
    private int count;

    /** An empty buffer; the caller releases it. */
    ByteBuf take() {
        for (int i = 0; i < count; i++) {
            ByteBuf buffer = buffers[i];
            if (buffer.refCnt() == 1) {
                return usable(i).clear().retain();
            }
        }
        ByteBuf fresh = newBuffer();
        if (count < MOST_BUFFERS) {
            buffers[count++] = fresh;
            fresh.retain();
        }
        return fresh;
    }

    /** Whether the pool has all its buffers and the last of them, the one taken when no other is free, is in use. */
    boolean isScarce() {
        return count == MOST_BUFFERS && buffers[MOST_BUFFERS - 1].refCnt() > 1;
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
    }

    /** Gives back everything; what is still being written is freed when it is out. */
    void close() {
        while (count > 0) {
            buffers[--count].release();
        }
    }
}
