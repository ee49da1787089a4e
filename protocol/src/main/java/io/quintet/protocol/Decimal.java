package io.quintet.protocol;

/**
 * Decimal digits eight at a time in one machine word, the first digit in the lowest byte as {@code getLongLE} reads it.
 * Sign, space and every digit that is not ASCII fail {@link #isDigits}.
 */
final class Decimal {
    /** Eight ASCII zeros. */
    static final long ZEROS = 0x3030303030303030L;

    private static final long HIGH_NIBBLES = 0xf0f0f0f0f0f0f0f0L;
    private static final long SIX_EACH = 0x0606060606060606L;

    private Decimal() {}

    /** Whether all eight bytes are ASCII digits: their high nibble is 3, and still is with 6 added. */
    static boolean isDigits(long word) {
        return (((word & HIGH_NIBBLES) ^ ZEROS) | (((word + SIX_EACH) & HIGH_NIBBLES) ^ ZEROS)) == 0;
    }

    /** The number that eight digits say. */
    static int value(long digits) {
        long ones = digits - ZEROS;
        long pairs = ones * 10 + (ones >>> 8);
        long left = (pairs & 0x000000ff000000ffL) * 0x000f424000000064L;
        long right = ((pairs >>> 16) & 0x000000ff000000ffL) * 0x0000271000000001L;
        return (int) ((left + right) >>> 32);
    }

    /** A number below 100 000 000 as eight digits. */
    static long digits(int value) {
        long fours = value / 10_000 | (long) (value % 10_000) << 32;
        long hundreds = ((fours * 10_486) >>> 20) & 0x0000007f0000007fL;
        long pairs = hundreds | (fours - hundreds * 100) << 16;
        long tens = ((pairs * 103) >>> 10) & 0x000f000f000f000fL;
        return (tens | (pairs - tens * 10) << 8) | ZEROS;
    }

    /** How many digits a number has. */
    static int width(int value) {
        int width = 1;
        for (int rest = value; rest >= 10; rest /= 10) {
            width++;
        }
        return width;
    }

    /** The largest number of that many digits. */
    static int largest(int digits) {
        int largest = 9;
        for (int i = 1; i < digits; i++) {
            largest = largest * 10 + 9;
        }
        return largest;
    }

    /** Whether a byte is an ASCII digit. */
    static boolean isDigit(int value) {
        return value >= '0' && value <= '9';
    }
}
