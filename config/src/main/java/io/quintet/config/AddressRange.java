package io.quintet.config;

import java.net.InetAddress;
import java.util.Arrays;

/**
 * The addresses that begin with the same bits (CIDR). An IPv4 address is one also as {@code ::ffff:a.b.c.d}, so that no
 * IPv6 range has it: {@code ::/0} is every IPv6 address and no IPv4 one.
 *
 * @param first the lowest of them
 * @param prefix how many bits they share
 */
public record AddressRange(InetAddress first, int prefix) {
    private static final String EXPECTED = "ADDRESS or ADDRESS/BITS, such as 10.0.0.0/8 or 2001:db8::/32";
    private static final int MAPPED_BITS = 96;

    /** Checks the number of bits, and that none behind them is set. */
    public AddressRange {
        byte[] bytes = IpAddress.bytes(first);
        first = IpAddress.ofBytes(bytes);
        if (prefix < 0 || prefix > bytes.length * 8) {
            throw new IllegalArgumentException("0 to " + bytes.length * 8 + " bits");
        }
        byte[] lowest = lowest(bytes, prefix);
        if (!Arrays.equals(bytes, lowest)) {
            throw new IllegalArgumentException(
                    "the lowest address of the range: " + text(IpAddress.ofBytes(lowest), prefix));
        }
    }

    /**
     * Reads {@code 10.0.0.0/8}, {@code 2001:db8::/32}, {@code ::ffff:10.0.0.0/104} or a single address.
     *
     * @throws IllegalArgumentException with what would have been right
     */
    public static AddressRange parse(String text) {
        int slash = text.indexOf('/');
        InetAddress address = address(slash < 0 ? text : text.substring(0, slash));
        int most = IpAddress.bytes(address).length * 8;
        return new AddressRange(address, slash < 0 ? most : bits(text, slash, most));
    }

    private static InetAddress address(String literal) {
        try {
            return IpAddress.parse(literal);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(EXPECTED, e);
        }
    }

    private static int bits(String text, int slash, int most) {
        String digits = text.substring(slash + 1);
        if (!digits.matches("0|[1-9][0-9]{0,2}")) {
            throw new IllegalArgumentException(EXPECTED);
        }
        boolean mapped = most == 32 && text.indexOf(':') >= 0;
        int bits = Integer.parseInt(digits) - (mapped ? MAPPED_BITS : 0);
        if (bits < 0 || bits > most) {
            throw new IllegalArgumentException(mapped ? "96 to 128 bits" : "0 to " + most + " bits");
        }
        return bits;
    }

    /** Whether {@code address} is one of them. */
    public boolean contains(InetAddress address) {
        byte[] bytes = IpAddress.bytes(address);
        byte[] own = first.getAddress();
        return bytes.length == own.length && Arrays.equals(lowest(bytes, prefix), own);
    }

    /** The same with all bits behind the prefix cleared. */
    private static byte[] lowest(byte[] bytes, int prefix) {
        byte[] lowest = bytes.clone();
        for (int i = 0; i < lowest.length; i++) {
            int kept = Math.max(0, Math.min(8, prefix - 8 * i));
            lowest[i] &= (byte) (0xff00 >> kept);
        }
        return lowest;
    }

    private static String text(InetAddress address, int prefix) {
        return address.getHostAddress() + "/" + prefix;
    }

    /** With the number of bits, also where it is a single address. */
    @Override
    public String toString() {
        return text(first, prefix);
    }
}
