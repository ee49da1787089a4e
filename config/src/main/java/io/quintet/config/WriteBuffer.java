package io.quintet.config;

/**
 * When a connection whose peer reads slowly is paused: above {@code high} unsent bytes nothing more is read from it,
 * until they are fewer than {@code low}.
 *
 * @param high bytes of unsent answers that pause reading
 * @param low bytes of unsent answers that resume it
 */
public record WriteBuffer(int high, int low) {
    static final IntRange BYTES = new IntRange(1, 1 << 30);

    /** 256 KiB and 64 KiB. */
    public static final WriteBuffer DEFAULT = new WriteBuffer(256 << 10, 64 << 10);

    /** Checks both marks and their order. */
    public WriteBuffer {
        BYTES.require("limits.write-buffer-high", high);
        BYTES.require("limits.write-buffer-low", low);
        if (low > high) {
            throw new SettingException(
                    "limits.write-buffer-low",
                    ByteSizes.format(low),
                    "at most limits.write-buffer-high, " + ByteSizes.format(high));
        }
    }
}
