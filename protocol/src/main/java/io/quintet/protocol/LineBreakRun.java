package io.quintet.protocol;

import io.netty.buffer.ByteBuf;

/**
 * The CR, LF and NUL between two frames that are skipped, one run of them at a time; where that was asked for, with them
 * the commands of a telnet program.
 *
 * <p>A run goes on as long as nothing lies between its bytes. It is known by the position in the stream where it ended,
 * so that a frame in between need not say that it was there.
 */
final class LineBreakRun {
    private final boolean skipping;
    private boolean skippingCommands;
    private long end = -1;
    private int length;
    private boolean afterCarriageReturn;

    LineBreakRun(boolean skipping) {
        this.skipping = skipping;
    }

    void skipCommandsToo(boolean skip) {
        skippingCommands = skip;
    }

    /** Whether a byte that stands where a frame should begin is skipped. */
    boolean skips(byte one, long position) {
        return (skipping && (one == '\r' || one == '\n' || (one == 0 && afterCarriageReturn && position == end)))
                || (skippingCommands && one == TelnetCommand.IAC);
    }

    /** Skips from the reader index, as far as the run may go, and returns how many bytes. */
    int skip(ByteBuf in, long position) {
        if (position != end) {
            length = 0;
            end = position;
        }
        int start = in.readerIndex();
        while (in.isReadable() && skips(in.getByte(in.readerIndex()), end)) {
            byte first = in.getByte(in.readerIndex());
            int size = first == TelnetCommand.IAC ? TelnetCommand.length(in) : 1;
            if (size <= 0 || length + size > FrameScanner.MOST_SKIPPED) {
                break;
            }
            afterCarriageReturn = first == '\r';
            in.skipBytes(size);
            length += size;
            end += size;
        }
        return in.readerIndex() - start;
    }
}
