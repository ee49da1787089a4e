package io.quintet.protocol;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import java.util.Optional;

/** Puts what a scanner found wrong into words. Nothing here is on a good frame's way. */
final class FrameFaults {
    private static final int SHOWN = 24;
    private static final int DIAGNOSED = 64;

    private FrameFaults() {}

    static FrameError wrongByte(FrameScanner scanner, ByteBuf in, int index) {
        String part = index < Math.max(1, scanner.headerLength) ? "header byte " + index : "trailer byte 0";
        String found = PeerBytes.hexByte(in.getByte(in.readerIndex() + index));
        String detail = part + ": " + found + " (expected: " + scanner.expectedAt(index) + ")";
        return error(scanner, in, CloseReason.BAD_HEADER, detail);
    }

    static FrameError tooManySkipped(FrameScanner scanner, ByteBuf in) {
        String detail = "line breaks in a row: more than " + FrameScanner.MOST_SKIPPED + " bytes (expected: a header)";
        return error(scanner, in, CloseReason.BAD_HEADER, detail);
    }

    static FrameError smallerThanHeader(FrameScanner scanner, ByteBuf in) {
        int least = scanner.headerLength;
        String detail = "length: " + scanner.announced(in, in.readerIndex()) + " (expected: at least " + least
                + ", since it counts the header)";
        return error(scanner, in, CloseReason.BAD_LENGTH, detail);
    }

    static FrameError tooLong(FrameScanner scanner, ByteBuf in) {
        long announced = scanner.announced(in, in.readerIndex());
        long most = scanner.framing.maxPayload() + counted(scanner);
        return error(scanner, in, CloseReason.TOO_LONG, "length: " + announced + " (expected: at most " + most + ")");
    }

    static FrameError zeroLength(FrameScanner scanner, ByteBuf in) {
        String expected = scanner.framing.zeroLength() == ZeroLength.ECHO
                ? "at most " + FrameScanner.MOST_ECHOES + " zero lengths in a row"
                : "at least " + (1 + counted(scanner));
        return error(
                scanner, in, CloseReason.ZERO_LENGTH, "length: " + counted(scanner) + " (expected: " + expected + ")");
    }

    static FrameError endOfInput(FrameScanner scanner, ByteBuf rest, int length) {
        int have = rest.readableBytes();
        if (have == 0) {
            return new FrameError(
                    CloseReason.EOF, scanner.offset(), scanner.frames() + 1, "", "end of input", Optional.empty());
        }
        if (length == FrameScanner.UNDECIDED && !(scanner instanceof LineScanner)) {
            return error(
                    scanner,
                    rest,
                    CloseReason.EOF_IN_HEADER,
                    "end of input: behind " + have + " bytes of a header" + expectedHeader(scanner));
        }
        return error(scanner, rest, CloseReason.EOF_IN_PAYLOAD, endInPayload(scanner, have, length));
    }

    private static String expectedHeader(FrameScanner scanner) {
        return fixedHeader(scanner) ? " (expected: " + scanner.headerLength + ")" : " (expected: digits and ':')";
    }

    private static String endInPayload(FrameScanner scanner, int have, int length) {
        if (scanner instanceof LineScanner) {
            return "end of input: behind " + have + " bytes of a line (expected: LF)";
        }
        int payload = Math.min(length, have - scanner.headerLength);
        return "end of input: behind " + payload + " bytes of the payload (expected: " + length
                + (scanner.trailerLength > 0 ? " and ',')" : ")");
    }

    /** Whether the payload in front of {@code end} ends in a good header; says nothing for headers of no fixed size. */
    static boolean endsInHeader(FrameScanner scanner, ByteBuf in, int end) {
        int header = scanner.headerLength;
        if (!fixedHeader(scanner) || header < 2 || end - header < in.readerIndex() + header) {
            return false;
        }
        int length = scanner.measure(in, end - header, header);
        return length > 0 && length <= scanner.framing.maxPayload();
    }

    private static boolean fixedHeader(FrameScanner scanner) {
        HeaderForm form = scanner.framing.header();
        return form instanceof HeaderForm.Ascii || form instanceof HeaderForm.Binary;
    }

    private static long counted(FrameScanner scanner) {
        HeaderForm form = scanner.framing.header();
        boolean itself = (form instanceof HeaderForm.Ascii ascii && ascii.countsItself())
                || (form instanceof HeaderForm.Binary binary && binary.countsItself());
        return itself ? scanner.headerLength : 0;
    }

    private static FrameError error(FrameScanner scanner, ByteBuf in, CloseReason reason, String detail) {
        byte[] bytes = ByteBufUtil.getBytes(in, in.readerIndex(), Math.min(DIAGNOSED, in.readableBytes()));
        Optional<String> diagnosis = new HeaderDiagnosis(scanner, bytes, in.readableBytes()).of(reason);
        return new FrameError(
                reason, scanner.offset(), scanner.frames() + 1, PeerBytes.hex(in, SHOWN), detail, diagnosis);
    }
}
