package io.quintet.server;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of one connection that were received and not yet decoded: the beginning of a frame, or what a pause left.
 *
 * <p>A connection owns memory only while there are such bytes. Their buffer grows with what has arrived, never with what
 * a header announced. Confined to the connection's event loop.
 */
final class Input {
    private static final int LEAST_CAPACITY = 512;

    /** A read of a connection whose rate is limited: few frames, as they are counted only when it is over. */
    private static final int SPARING_CAPACITY = 4096;

    /** Room for a read behind the beginning of a frame: an idle connection may be left with it. */
    private static final int MOST_ROOM = 64 * 1024;

    private final ReadMemory memory;
    private final boolean readsBehindRest;
    private @Nullable ByteBuf rest;
    private int lengthBeforeRead;
    private boolean sparing;

    /**
     * @param readsBehindRest whether the transport reads at once into the buffer it asked for, so that a frame's second
     *     half can be read right behind its first
     */
    Input(ReadMemory memory, boolean readsBehindRest) {
        this.memory = memory;
        this.readsBehindRest = readsBehindRest;
    }

    ReadMemory memory() {
        return memory;
    }

    /** The buffer for the next read, of about {@code expected} bytes; the caller owns one reference. */
    ByteBuf bufferToRead(int expected) {
        if (sparing) {
            return memory.allocate(SPARING_CAPACITY);
        }
        if (rest == null || !readsBehindRest) {
            return memory.take(expected);
        }
        int most = memory.isShort() ? LEAST_CAPACITY : MOST_ROOM;
        rest = withRoom(rest, Math.max(LEAST_CAPACITY / 2, Math.min(expected, most)));
        lengthBeforeRead = rest.readableBytes();
        return rest.retain();
    }

    /** How many bytes of what was just read are new: it may lie right behind what was kept. */
    @SuppressWarnings("ReferenceEquality")
    int newBytes(ByteBuf read) {
        return read == rest ? read.readableBytes() - lengthBeforeRead : read.readableBytes();
    }

    /** Whether to read little at a time. */
    void readSparingly(boolean little) {
        sparing = little;
    }

    /** Takes what was just read and gives back all that is to be decoded, owned by the caller. */
    @SuppressWarnings("ReferenceEquality")
    ByteBuf received(ByteBuf read) {
        ByteBuf earlier = rest;
        rest = null;
        if (earlier == null) {
            return read;
        }
        if (earlier != read) {
            earlier = withRoom(earlier, read.readableBytes());
            earlier.writeBytes(read);
        }
        read.release();
        return earlier;
    }

    /** What was kept, for another look; the caller owns it. */
    ByteBuf takeRest() {
        ByteBuf earlier = rest;
        rest = null;
        return earlier == null ? Unpooled.EMPTY_BUFFER : earlier;
    }

    /** Keeps the unread bytes of {@code in}, which it takes over. */
    void keep(ByteBuf in) {
        if (in.isReadable() && in.refCnt() == 1 && in.capacity() <= capacityFor(in.readableBytes())) {
            rest = in;
            return;
        }
        keepCopy(in);
        in.release();
    }

    /** Keeps a copy of the unread bytes of {@code in}, which stays the caller's. */
    void keepCopy(ByteBuf in) {
        int length = in.readableBytes();
        if (length > 0) {
            rest = memory.allocate(capacityFor(length)).writeBytes(in, in.readerIndex(), length);
        }
    }

    /** How many bytes wait to be decoded. */
    int waiting() {
        return rest == null ? 0 : rest.readableBytes();
    }

    /** Forgets what was kept. */
    void release() {
        if (rest != null) {
            rest.release();
            rest = null;
        }
    }

    /** The same bytes with room for {@code more} behind them, and for about as much again as there are. */
    private ByteBuf withRoom(ByteBuf bytes, int more) {
        int length = bytes.readableBytes();
        if (bytes.writableBytes() >= Math.max(more, Math.min(length / 2, ReadMemory.BUFFER_SIZE / 4))) {
            return bytes;
        }
        ByteBuf larger = memory.allocate(Math.max(capacityFor(length), length + more));
        larger.writeBytes(bytes);
        bytes.release();
        return larger;
    }

    private int capacityFor(int length) {
        if (length < LEAST_CAPACITY / 2) {
            return LEAST_CAPACITY;
        }
        return length + (memory.isShort() ? LEAST_CAPACITY : Math.min(3 * length, ReadMemory.BUFFER_SIZE));
    }
}
