package io.quintet.server;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;

/** Version 2 of the PROXY protocol: 12 bytes of signature, a command, a family, a length, addresses, then extras. */
final class ProxyV2 {
    private static final int COMMAND = 12;
    private static final int FAMILY = 13;
    private static final int LENGTH = 14;
    private static final int ADDRESSES = 16;

    /** Far more than what load balancers say about certificates and the like, all of which is skipped. */
    private static final int MOST_BEHIND = 4096;

    private static final int VERSION_2 = 2;
    private static final int TCP_4 = 0x11;
    private static final int TCP_6 = 0x21;

    private ProxyV2() {}

    /** Bytes of the whole header that begins at the reader index with a whole signature, or more than are there yet. */
    static int length(ByteBuf in) {
        int start = in.readerIndex();
        if (in.readableBytes() > COMMAND) {
            requireCommand(in.getUnsignedByte(start + COMMAND));
        }
        if (in.readableBytes() > FAMILY) {
            requireFamily(in.getUnsignedByte(start + FAMILY));
        }
        if (in.readableBytes() < ADDRESSES) {
            return ADDRESSES;
        }
        int behind = in.getUnsignedShort(start + LENGTH);
        if (behind > MOST_BEHIND) {
            throw new ProxyHeader.Malformed("PROXY v2 length", "" + behind, "at most " + MOST_BEHIND);
        }
        return ADDRESSES + behind;
    }

    /** @param header a whole one that {@link #length} has looked at */
    static ProxyHeader parse(ByteBuf header) {
        int start = header.readerIndex();
        if ((header.getByte(start + COMMAND) & 0xf) == 0) {
            return ProxyHeader.LOCAL;
        }
        int family = header.getUnsignedByte(start + FAMILY);
        return switch (family) {
            case TCP_4 -> addressed(header, start, 4);
            case TCP_6 -> addressed(header, start, 16);
            default -> ProxyHeader.UNKNOWN;
        };
    }

    private static ProxyHeader addressed(ByteBuf header, int start, int size) {
        int least = 2 * size + 4;
        int behind = header.readableBytes() - ADDRESSES;
        if (behind < least) {
            throw new ProxyHeader.Malformed("PROXY v2 length", "" + behind, "at least " + least + " for two addresses");
        }
        byte[] source = ByteBufUtil.getBytes(header, start + ADDRESSES, size);
        int port = header.getUnsignedShort(start + ADDRESSES + 2 * size);
        try {
            return ProxyHeader.of(new InetSocketAddress(InetAddress.getByAddress(source), port));
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void requireCommand(int value) {
        if (value >> 4 != VERSION_2 || (value & 0xf) > 1) {
            throw new ProxyHeader.Malformed("PROXY v2 command", hex(value), "0x20 for LOCAL or 0x21 for PROXY");
        }
    }

    private static void requireFamily(int value) {
        if (value >> 4 > 3 || (value & 0xf) > 2) {
            throw new ProxyHeader.Malformed("PROXY v2 family", hex(value), "one of 0x00 to 0x32");
        }
    }

    private static String hex(int value) {
        return String.format("0x%02x", value);
    }
}
