package io.quintet.load;

/** A place in a {@link FrameRing}. Confined to its connection. */
final class RingCursor {
    private final FrameRing ring;
    private int frame;
    private int offset;

    RingCursor(FrameRing ring, int frame) {
        this.ring = ring;
        this.frame = frame;
        this.offset = ring.start(frame);
    }

    /** The frame that it stands in, or before. */
    int frame() {
        return frame;
    }

    /** The place, in bytes from the ring's begin. */
    int offset() {
        return offset;
    }

    /** Bytes of its frame that lie behind it. */
    int intoFrame() {
        return offset - ring.start(frame);
    }

    /** Goes on by some bytes; the number of frames whose end it passed. */
    int advance(int bytes) {
        return ring.uniform() > 0 ? advanceEvenly(bytes) : advanceStepwise(bytes);
    }

    private int advanceEvenly(int bytes) {
        int size = ring.uniform();
        int into = intoFrame() + bytes;
        int passed = into / size;
        frame = (frame + passed) % ring.count();
        offset = frame * size + into % size;
        return passed;
    }

    private int advanceStepwise(int bytes) {
        int passed = 0;
        int end = offset + bytes;
        while (end >= ring.end(frame)) {
            passed++;
            if (++frame == ring.count()) {
                frame = 0;
                end -= ring.length();
            }
        }
        offset = end;
        return passed;
    }
}
