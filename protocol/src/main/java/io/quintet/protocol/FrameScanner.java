package io.quintet.protocol;

import io.netty.buffer.ByteBuf;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds the frames of one connection in the bytes that have arrived, without an object a frame.
 *
 * <p>Not thread safe. It remembers nothing by index: what was left incomplete may lie elsewhere when more has arrived.
 * One form of header is one subclass, which says in {@link #measure} how long the payload is.
 */
public abstract class FrameScanner {
    /** Most zero-length frames in a row that {@code zero=echo} answers. */
    public static final int MOST_ECHOES = 64;
    /** Most bytes of CR, LF and NUL in a row that are skipped between two frames. */
    public static final int MOST_SKIPPED = 1024;

    /** Answers of {@link #measure} that are no length: no whole header yet, and a length below its own header's. */
    static final int UNDECIDED = -1;

    static final int SMALLER_THAN_HEADER = Integer.MIN_VALUE;
    private static final int WRONG = -2;

    final Framing framing;

    /** Bytes in front of the payload; set once or by {@link #measure}, as those behind it. */
    int headerLength;

    int trailerLength;

    /** Whether the first frame's payload ended in a header, as it does when the peer's lengths count themselves. */
    boolean firstEndedInHeader;

    /** The largest payload that takes the short way: the limit from the first frame to the first error, else 0. */
    private int quickly;

    private final int shortestFrame;
    private final LineBreakRun lineBreaks;
    private int payloadStart;
    private int payloadLength;
    private int missing;
    private boolean midFrame;
    private long position;
    private long offset;
    private long frames;
    private @Nullable EchoRun echoes;
    private @Nullable FrameError error;

    /** Its lengths are in bytes; {@code headerLength} is 0 where {@link #measure} finds it out. */
    FrameScanner(Framing framing, int headerLength, int shortestFrame) {
        this.framing = framing;
        this.shortestFrame = shortestFrame;
        this.headerLength = headerLength;
        this.lineBreaks = new LineBreakRun(framing.lineBreaks() == LineBreaks.SKIP);
    }

    /**
     * Looks for a frame at the reader index.
     *
     * <p>{@code FRAME}, {@code ECHO}, {@code KEEPALIVE}: the reader index is behind the frame, and the absolute indices
     * {@link #frameStart}, {@link #payloadStart} and {@link #frameEnd} hold for this buffer. {@code INCOMPLETE}: the
     * reader index is at the frame's first byte. {@code MALFORMED}: the bytes stay, and every later call says the same.
     */
    public final Found next(ByteBuf in) {
        int start = in.readerIndex();
        int readable = in.writerIndex() - start;
        int length = measure(in, start, readable);
        if (length > 0 && length <= quickly) {
            int size = headerLength + length + trailerLength;
            if (size <= readable) {
                pass(in, start, length, size);
                return Found.FRAME;
            }
        }
        return nextUnusual(in, start, readable, length);
    }

    /** The length of the payload whose header starts at an index; else one of the negative answers above. */
    abstract int measure(ByteBuf in, int start, int readable);

    /** What would have been right at an index of the frame that {@link #measure} found wrong. */
    abstract String expectedAt(int index);

    /** The length that a complete header announces, for a message. */
    abstract long announced(ByteBuf in, int start);

    /** The answer of {@link #measure} for a wrong byte at an index of the frame. */
    static int wrongAt(int index) {
        return WRONG - index;
    }

    /** Whether a byte at the frame's first place is skipped. */
    final boolean skips(byte first) {
        return lineBreaks.skips(first, position);
    }

    private void pass(ByteBuf in, int start, int length, int size) {
        payloadStart = start + headerLength;
        payloadLength = length;
        offset = position;
        position += size;
        frames++;
        in.readerIndex(start + size);
    }

    private Found nextUnusual(ByteBuf in, int start, int readable, int length) {
        if (error != null) {
            return Found.MALFORMED;
        }
        offset = position;
        if (length < 0) {
            return nextWithoutLength(in, start, readable, length);
        }
        if (length > framing.maxPayload()) {
            return fail(FrameFaults.tooLong(this, in));
        }
        int size = headerLength + length + trailerLength;
        if (size > readable) {
            return incomplete(readable, size);
        }
        if (length == 0) {
            return nextEmpty(in, start, size);
        }
        firstEndedInHeader = frames == 0 && FrameFaults.endsInHeader(this, in, start + size);
        quickly = framing.maxPayload();
        pass(in, start, length, size);
        return Found.FRAME;
    }

    private Found nextWithoutLength(ByteBuf in, int start, int readable, int length) {
        if (length == UNDECIDED) {
            return incomplete(readable, shortestFrame);
        }
        if (length == SMALLER_THAN_HEADER) {
            return fail(FrameFaults.smallerThanHeader(this, in));
        }
        if (length == WRONG && skips(in.getByte(start))) {
            return nextAfterSkipping(in);
        }
        return fail(FrameFaults.wrongByte(this, in, WRONG - length));
    }

    private Found nextAfterSkipping(ByteBuf in) {
        position += lineBreaks.skip(in, position);
        offset = position;
        if (in.isReadable() && skips(in.getByte(in.readerIndex()))) {
            return TelnetCommand.isIncomplete(in) ? incomplete(0, 1) : fail(FrameFaults.notSkipped(this, in));
        }
        return next(in);
    }

    private Found nextEmpty(ByteBuf in, int start, int size) {
        Found meaning = framing.zeroLength().found();
        if (meaning == Found.ECHO) {
            echoes = EchoRun.with(echoes, frames + 1);
        }
        if (meaning == Found.MALFORMED || (echoes != null && echoes.isTooLong())) {
            return fail(FrameFaults.zeroLength(this, in));
        }
        pass(in, start, 0, size);
        return meaning;
    }

    private Found incomplete(int readable, int size) {
        missing = Math.max(1, size - readable);
        midFrame = readable > 0;
        return Found.INCOMPLETE;
    }

    private Found fail(FrameError reason) {
        error = reason;
        quickly = 0;
        return Found.MALFORMED;
    }

    /** Skips what a telnet program says by itself, too, where line breaks may be; not where any byte begins a frame. */
    public final void skipTelnetCommands() {
        lineBreaks.skipCommandsToo(!(framing.header() instanceof HeaderForm.Line));
    }

    /** Why the connection ends when the input does; {@code rest} is what the last {@link #next} left in place. */
    public final FrameError endOfInput(ByteBuf rest) {
        if (error != null) {
            return error;
        }
        offset = position;
        return FrameFaults.endOfInput(this, rest, measure(rest, rest.readerIndex(), rest.readableBytes()));
    }

    /** What is to be said when the frame that {@code rest} begins has taken too long. */
    public final FrameError timeout(ByteBuf rest) {
        return FrameFaults.timeout(this, rest, measure(rest, rest.readerIndex(), rest.readableBytes()));
    }

    /** A scanner for the same connection's further bytes in another framing; it goes on counting. */
    public final FrameScanner continueWith(Framing other) {
        FrameScanner scanner = other.newScanner();
        scanner.position = position;
        scanner.offset = position;
        scanner.frames = frames;
        return scanner;
    }

    /** The index of the found frame's first byte; as those below, it holds until the next {@link #next}. */
    public final int frameStart() {
        return payloadStart - headerLength;
    }

    /** The index of the found frame's payload. */
    public final int payloadStart() {
        return payloadStart;
    }

    /** The length of the found frame's payload. */
    public final int payloadLength() {
        return payloadLength;
    }

    /** The index behind the found frame, its trailer included. */
    public final int frameEnd() {
        return payloadStart + payloadLength + trailerLength;
    }

    /** After {@code INCOMPLETE}, the least number of bytes that the frame still needs; at least 1. */
    public final int missing() {
        return missing;
    }

    /** After {@code INCOMPLETE}, whether at least one byte of the frame is there. */
    public final boolean midFrame() {
        return midFrame;
    }

    /** The position of the current frame's first byte in the stream, counted from 0. */
    public final long offset() {
        return offset;
    }

    /** The number of frames found so far, of every kind. */
    public final long frames() {
        return frames;
    }

    /** Why the input is malformed; to be asked only when {@link #next} said so. */
    public final FrameError error() {
        return Objects.requireNonNull(error, "no error: nothing malformed was found");
    }
}
