package io.quintet.load;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.quintet.protocol.Found;
import io.quintet.protocol.FrameError;
import io.quintet.protocol.FrameScanner;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * Looks at answers frame by frame: where any answer is right, and on a connection whose bytes were not those expected, to
 * say what is wrong with them. Confined to its connection.
 */
final class FrameCheck {
    private static final int SHOWN = 8;

    private final FrameScanner scanner;
    private final List<byte[]> expected;
    private final Faults faults;
    private ByteBuf rest = Unpooled.EMPTY_BUFFER;
    private int next;
    private boolean broken;

    /**
     * @param expected answers, the same again and again; empty where any is right
     * @param next the index of the first one
     */
    FrameCheck(FrameScanner scanner, List<byte[]> expected, int next, Faults faults) {
        this.scanner = scanner;
        this.expected = expected;
        this.next = next;
        this.faults = faults;
    }

    /** The number of answers that {@code in} completes, right or wrong; all of it is read. */
    int accept(ByteBuf in) {
        if (!rest.isReadable()) {
            int frames = scan(in);
            rest.release();
            rest = in.isReadable() ? in.readBytes(in.readableBytes()) : Unpooled.EMPTY_BUFFER;
            return frames;
        }
        ByteBuf whole = Unpooled.buffer(rest.readableBytes() + in.readableBytes());
        whole.writeBytes(rest).writeBytes(in);
        rest.release();
        rest = whole;
        return scan(whole);
    }

    private int scan(ByteBuf in) {
        int frames = 0;
        for (Found found = scanner.next(in); found != Found.INCOMPLETE; found = scanner.next(in)) {
            if (found == Found.MALFORMED) {
                broken = true;
                return frames;
            }
            compare(in);
            frames++;
        }
        return frames;
    }

    private void compare(ByteBuf in) {
        if (expected.isEmpty()) {
            return;
        }
        byte[] right = expected.get(next);
        next = (next + 1) % expected.size();
        int differs =
                in.nioBuffer(scanner.payloadStart(), scanner.payloadLength()).mismatch(ByteBuffer.wrap(right));
        if (differs >= 0) {
            faults.add(FaultKind.WRONG_ANSWER, 1, describe(in, right, differs));
        }
    }

    private String describe(ByteBuf in, byte[] right, int differs) {
        int length = scanner.payloadLength();
        String found = ByteBufUtil.hexDump(in, scanner.payloadStart() + differs, Math.min(SHOWN, length - differs));
        String due = ByteBufUtil.hexDump(right, differs, Math.min(SHOWN, right.length - differs));
        return "answer " + scanner.frames() + " of a connection: " + length + " bytes, from byte " + differs + " on "
                + shown(found) + " (expected: " + right.length + " bytes, " + shown(due) + ")";
    }

    private static String shown(String hex) {
        return hex.isEmpty() ? "none" : "0x" + hex;
    }

    /** Whether a frame has begun and not ended. */
    boolean isMidFrame() {
        return rest.isReadable();
    }

    /** Whether there was something that is no frame. */
    boolean isBroken() {
        return broken;
    }

    FrameError error() {
        return scanner.error();
    }

    void release() {
        rest.release();
        rest = Unpooled.EMPTY_BUFFER;
    }
}
