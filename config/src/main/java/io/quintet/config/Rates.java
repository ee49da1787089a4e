package io.quintet.config;

/**
 * How fast one connection may send, in the long run; zero is no limit. A second's worth may come at once.
 *
 * @param frames a second
 * @param bytes a second
 */
public record Rates(int frames, int bytes) {
    static final IntRange FRAMES = new IntRange(0, 100_000_000);
    static final IntRange BYTES = new IntRange(0, 1 << 30);

    /** As fast as it likes. */
    public static final Rates OFF = new Rates(0, 0);

    /** Checks the ranges. */
    public Rates {
        FRAMES.require("limits.max-frame-rate", frames);
        BYTES.require("limits.max-byte-rate", bytes);
    }
}
