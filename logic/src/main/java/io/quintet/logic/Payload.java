package io.quintet.logic;

import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * The bytes of one payload where they lie: a view that can be read and overwritten but not resized.
 *
 * <p>A flyweight: its host points the same object at one payload after another, so it is valid only during the call it
 * was passed to. Positions count from the payload's first byte; a position outside throws
 * {@link IndexOutOfBoundsException}. Not safe from another thread.
 */
public final class Payload {
    /** Bytes up to which copying word by word is faster than a call that copies. */
    private static final int SHORT = 64;

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private ByteBuffer memory = NOTHING;
    private int start;
    private int length;

    /** A payload of its own over {@code bytes}, which it writes through to. */
    public static Payload of(byte[] bytes) {
        return new Payload().pointAt(ByteBuffer.wrap(bytes), 0, bytes.length);
    }

    /**
     * For the host: views {@code length} bytes of {@code memory} from absolute index {@code start} on.
     *
     * @param memory big-endian, its limit at or beyond the payload's end
     */
    public Payload pointAt(ByteBuffer memory, int start, int length) {
        Objects.checkFromIndexSize(start, length, memory.limit());
        this.memory = memory;
        this.start = start;
        this.length = length;
        return this;
    }

    /** The number of bytes. */
    public int length() {
        return length;
    }

    /** The byte at {@code index}. */
    public byte byteAt(int index) {
        return memory.get(start + Objects.checkIndex(index, length));
    }

    /** Overwrites the byte at {@code index}. */
    public void setByte(int index, byte value) {
        memory.put(start + Objects.checkIndex(index, length), value);
    }

    /** The eight bytes from {@code index} on, the first one highest. */
    public long longAt(int index) {
        return memory.getLong(start + Objects.checkIndex(index, length - 7));
    }

    /** Overwrites the eight bytes from {@code index} on, the highest first. */
    public void setLong(int index, long value) {
        memory.putLong(start + Objects.checkIndex(index, length - 7), value);
    }

    /**
     * The {@code count} words from {@code index} on, each as {@link #longAt} reads it: a view that writes through, whose
     * bounds are checked once, for loops over long payloads.
     */
    public LongBuffer longs(int index, int count) {
        Objects.checkFromIndexSize(index, count * Long.BYTES, length);
        return memory.slice(start + index, count * Long.BYTES).asLongBuffer();
    }

    /** Overwrites bytes from {@code index} on with {@code source}. */
    public void setBytes(int index, byte[] source) {
        Objects.checkFromIndexSize(index, source.length, length);
        memory.put(start + index, source);
    }

    /** A copy of the bytes. */
    public byte[] toBytes() {
        byte[] copy = new byte[length];
        memory.get(start, copy);
        return copy;
    }

    /** The bytes read as UTF-8; what is not becomes U+FFFD. */
    public String text() {
        return text(StandardCharsets.UTF_8);
    }

    /** The bytes read as {@code charset}. */
    public String text(Charset charset) {
        return new String(toBytes(), charset);
    }

    /** Copies all bytes into {@code target}, from its absolute index {@code at} on; its position stays. */
    public void copyTo(ByteBuffer target, int at) {
        if (length > SHORT || target.order() != memory.order()) {
            target.put(at, memory, start, length);
            return;
        }
        int copied = 0;
        for (; copied <= length - Long.BYTES; copied += Long.BYTES) {
            target.putLong(at + copied, memory.getLong(start + copied));
        }
        for (; copied < length; copied++) {
            target.put(at + copied, memory.get(start + copied));
        }
    }

    /** For who copies in bulk: the bytes as a read-only buffer of their own, valid as long as this view. */
    public ByteBuffer asByteBuffer() {
        return memory.slice(start, length).asReadOnlyBuffer();
    }

    @Override
    public String toString() {
        return text();
    }
}
