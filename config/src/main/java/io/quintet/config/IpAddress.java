package io.quintet.config;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.regex.Pattern;

/** Internet addresses as bytes: read without asking anyone for a name, IPv4 also where it is dressed as IPv6. */
final class IpAddress {
    private static final int MAPPED_PREFIX_BYTES = 12;
    private static final Pattern DOTTED = Pattern.compile("[0-9.]{1,15}");
    private static final Pattern OCTET = Pattern.compile("0|[1-9][0-9]{0,2}");
    private static final Pattern COLONS = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");

    private IpAddress() {}

    /** The address that a literal says; throws {@link IllegalArgumentException} without a message where it is none. */
    static InetAddress parse(String literal) {
        return DOTTED.matcher(literal).matches() ? dotted(literal) : colons(literal);
    }

    private static InetAddress dotted(String literal) {
        String[] octets = literal.split("\\.", -1);
        byte[] bytes = new byte[4];
        require(octets.length == bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            require(OCTET.matcher(octets[i]).matches() && Integer.parseInt(octets[i]) <= 255);
            bytes[i] = (byte) Integer.parseInt(octets[i]);
        }
        return ofBytes(bytes);
    }

    /** In brackets the JDK takes nothing but an address, and looks up nothing. */
    private static InetAddress colons(String literal) {
        require(COLONS.matcher(literal).matches());
        try {
            return InetAddress.getByName("[" + literal + "]");
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** The address's bytes, four of them where it is an IPv4 one that IPv6 sockets write as {@code ::ffff:a.b.c.d}. */
    static byte[] bytes(InetAddress address) {
        byte[] bytes = address.getAddress();
        return isMapped(bytes) ? Arrays.copyOfRange(bytes, MAPPED_PREFIX_BYTES, bytes.length) : bytes;
    }

    private static boolean isMapped(byte[] bytes) {
        if (bytes.length != 16 || bytes[10] != (byte) 0xff || bytes[11] != (byte) 0xff) {
            return false;
        }
        for (int i = 0; i < 10; i++) {
            if (bytes[i] != 0) {
                return false;
            }
        }
        return true;
    }

    static InetAddress ofBytes(byte[] bytes) {
        try {
            return InetAddress.getByAddress(bytes);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static void require(boolean right) {
        if (!right) {
            throw new IllegalArgumentException();
        }
    }
}
