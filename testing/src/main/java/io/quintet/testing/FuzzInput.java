package io.quintet.testing;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * What a fuzzer's bytes mean where a stream is tried: two bytes choose among settings, the third says where the stream
 * is cut into segments, and the rest is the stream.
 */
public final class FuzzInput {
    private static final int CUTS = 2;
    private static final int STREAM = 3;

    private final byte[] bytes;

    /** Of any bytes, also none. */
    public FuzzInput(byte[] bytes) {
        this.bytes = bytes;
    }

    /** A number below {@code choices}, from the first or second byte. */
    public int choice(int index, int choices) {
        return at(index) % choices;
    }

    /** The bytes that the peer sends. */
    public byte[] stream() {
        return bytes.length <= STREAM ? new byte[0] : Arrays.copyOfRange(bytes, STREAM, bytes.length);
    }

    /** Where the stream is cut, in order: nowhere, before every byte, or here and there. */
    public int[] cuts() {
        int length = stream().length;
        int seed = at(CUTS);
        if (seed < 2) {
            return seed == 0 ? new int[0] : IntStream.range(0, length).toArray();
        }
        return new Random(seed).ints(seed % 8, 0, length + 1).sorted().toArray();
    }

    private int at(int index) {
        return index < bytes.length ? bytes[index] & 0xff : 0;
    }
}
