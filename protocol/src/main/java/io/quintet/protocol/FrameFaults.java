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
        return error(scanner, in, CloseReason.BAD_HEADER, detail, guess(scanner, in));
    }

    /** What could have been skipped, but is too much or no command. */
    static FrameError notSkipped(FrameScanner scanner, ByteBuf in) {
        return TelnetCommand.isNone(in) ? wrongByte(scanner, in, 0) : tooManySkipped(scanner, in);
    }

    private static FrameError tooManySkipped(FrameScanner scanner, ByteBuf in) {
        String detail = "line breaks in a row: more than " + FrameScanner.MOST_SKIPPED + " bytes (expected: a header)";
        return error(scanner, in, CloseReason.BAD_HEADER, detail, Optional.empty());
    }

    static FrameError smallerThanHeader(FrameScanner scanner, ByteBuf in) {
        int least = scanner.headerLength;
        String detail = "length: " + scanner.announced(in, in.readerIndex()) + " (expected: at least " + least
                + ", since it counts the header)";
        Optional<String> diagnosis = Optional.of("looks like a length that does not count itself" + offBy(least));
        return error(scanner, in, CloseReason.BAD_LENGTH, detail, diagnosis);
    }

    static FrameError tooLong(FrameScanner scanner, ByteBuf in) {
        long announced = scanner.announced(in, in.readerIndex());
        long most = (long) scanner.framing.maxPayload() + counted(scanner);
        String detail = "length: " + announced + " (expected: at most " + most + ")";
        return error(scanner, in, CloseReason.TOO_LONG, detail, guess(scanner, in));
    }

    static FrameError zeroLength(FrameScanner scanner, ByteBuf in) {
        String expected = scanner.framing.zeroLength() == ZeroLength.ECHO
                ? "at most " + FrameScanner.MOST_ECHOES + " of them in a row"
                : "at least " + (1 + counted(scanner));
        String detail = "length: " + counted(scanner) + " (expected: " + expected + ")";
        return error(scanner, in, CloseReason.ZERO_LENGTH, detail, Optional.empty());
    }

    static FrameError endOfInput(FrameScanner scanner, ByteBuf rest, int length) {
        if (!rest.isReadable()) {
            return error(scanner, rest, CloseReason.EOF, "end of input: between two frames", Optional.empty());
        }
        boolean inHeader = length < 0 && !isLine(scanner);
        CloseReason reason = inHeader ? CloseReason.EOF_IN_HEADER : CloseReason.EOF_IN_PAYLOAD;
        return unfinished(scanner, rest, length, reason);
    }

    static FrameError timeout(FrameScanner scanner, ByteBuf rest, int length) {
        return unfinished(scanner, rest, length, CloseReason.FRAME_TIMEOUT);
    }

    private static FrameError unfinished(FrameScanner scanner, ByteBuf rest, int length, CloseReason reason) {
        int have = rest.readableBytes();
        if (isLine(scanner)) {
            String detail = "line bytes: " + have + " (expected: LF behind them)";
            return error(scanner, rest, reason, detail, Optional.empty());
        }
        if (length < 0) {
            String whole = hasFixedHeader(scanner) ? String.valueOf(scanner.headerLength) : "digits and ':'";
            String detail = "header bytes: " + have + " (expected: " + whole + ")";
            return error(scanner, rest, reason, detail, Optional.empty());
        }
        int payload = have - scanner.headerLength;
        String whole = scanner.trailerLength > 0 ? length + " and ','" : String.valueOf(length);
        String detail = "payload bytes: " + Math.min(length, payload) + " (expected: " + whole + ")";
        boolean first = scanner.frames() == 0 && hasFixedHeader(scanner);
        boolean offByHeader = first && length - payload == scanner.headerLength;
        return error(scanner, rest, reason, detail, offByHeader ? countsItself(scanner) : Optional.empty());
    }

    /** Whether the payload in front of {@code end} ends in a good header; says nothing for headers of no fixed size. */
    static boolean endsInHeader(FrameScanner scanner, ByteBuf in, int end) {
        int header = scanner.headerLength;
        if (!hasFixedHeader(scanner) || header < 2 || end - header < in.readerIndex() + header) {
            return false;
        }
        int length = scanner.measure(in, end - header, header);
        return length > 0 && length <= scanner.framing.maxPayload();
    }

    private static Optional<String> guess(FrameScanner scanner, ByteBuf in) {
        if (scanner.firstEndedInHeader && scanner.frames() == 1) {
            return countsItself(scanner);
        }
        byte[] bytes = ByteBufUtil.getBytes(in, in.readerIndex(), Math.min(DIAGNOSED, in.readableBytes()));
        return new HeaderDiagnosis(scanner.framing.header(), bytes, in.readableBytes()).guess();
    }

    private static Optional<String> countsItself(FrameScanner scanner) {
        return Optional.of("looks like a length that counts itself" + offBy(scanner.headerLength));
    }

    private static String offBy(int bytes) {
        return " (off by exactly " + bytes + ")";
    }

    private static boolean isLine(FrameScanner scanner) {
        return scanner.framing.header() instanceof HeaderForm.Line;
    }

    private static boolean hasFixedHeader(FrameScanner scanner) {
        HeaderForm form = scanner.framing.header();
        return form instanceof HeaderForm.Ascii || form instanceof HeaderForm.Binary;
    }

    private static int counted(FrameScanner scanner) {
        HeaderForm form = scanner.framing.header();
        boolean itself = (form instanceof HeaderForm.Ascii ascii && ascii.countsItself())
                || (form instanceof HeaderForm.Binary binary && binary.countsItself());
        return itself ? scanner.headerLength : 0;
    }

    private static FrameError error(
            FrameScanner scanner, ByteBuf in, CloseReason reason, String detail, Optional<String> diagnosis) {
        return new FrameError(
                reason, scanner.offset(), scanner.frames() + 1, PeerBytes.hex(in, SHOWN), detail, diagnosis);
    }
}
