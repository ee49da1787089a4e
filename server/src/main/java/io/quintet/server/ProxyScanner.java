package io.quintet.server;

import io.netty.buffer.ByteBuf;
import io.quintet.protocol.PeerBytes;
import java.nio.charset.StandardCharsets;

/** Looks for a PROXY protocol header, version 1 or 2, where a connection begins. Not safe for more than one thread. */
final class ProxyScanner {
    /** What the bytes so far are. */
    enum Found {
        /** Not the beginning of a header. */
        NONE,
        /** Perhaps the beginning of one: not even its signature is whole. */
        PERHAPS,
        /** Certainly the beginning of one. */
        INCOMPLETE,
        /** A header; the buffer is behind it. */
        HEADER
    }

    private static final byte[] SIGNATURE_1 = "PROXY ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] SIGNATURE_2 = "\r\n\r\n\0\r\nQUIT\n".getBytes(StandardCharsets.US_ASCII);

    /** The longest line that version 1 allows, CRLF included. */
    private static final int LONGEST_LINE = 107;

    private ProxyHeader header = ProxyHeader.UNKNOWN;

    /**
     * Looks again at all bytes of the connection.
     *
     * @throws ProxyHeader.Malformed for a header with a right signature and anything else wrong
     */
    Found next(ByteBuf in) {
        int first = common(in, SIGNATURE_1);
        int second = common(in, SIGNATURE_2);
        if (first == SIGNATURE_1.length) {
            return nextLine(in);
        }
        if (second == SIGNATURE_2.length) {
            return nextBinary(in);
        }
        return in.readableBytes() == Math.max(first, second) ? Found.PERHAPS : Found.NONE;
    }

    /** The header that was found. */
    ProxyHeader header() {
        return header;
    }

    private static int common(ByteBuf in, byte[] signature) {
        int most = Math.min(signature.length, in.readableBytes());
        int same = 0;
        while (same < most && in.getByte(in.readerIndex() + same) == signature[same]) {
            same++;
        }
        return same;
    }

    private Found nextLine(ByteBuf in) {
        int looked = Math.min(LONGEST_LINE, in.readableBytes());
        int end = in.indexOf(in.readerIndex(), in.readerIndex() + looked, (byte) '\n');
        if (end < 0) {
            if (looked == LONGEST_LINE) {
                throw new ProxyHeader.Malformed(
                        "PROXY v1 header",
                        PeerBytes.escape(in, LONGEST_LINE),
                        "CRLF within " + LONGEST_LINE + " bytes");
            }
            return Found.INCOMPLETE;
        }
        String line = in.readString(end + 1 - in.readerIndex(), StandardCharsets.ISO_8859_1);
        header = ProxyV1.parse(line);
        return Found.HEADER;
    }

    private Found nextBinary(ByteBuf in) {
        int length = ProxyV2.length(in);
        if (length > in.readableBytes()) {
            return Found.INCOMPLETE;
        }
        header = ProxyV2.parse(in.readSlice(length));
        return Found.HEADER;
    }
}
