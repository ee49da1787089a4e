package io.quintet.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Feeds a scanner a stream in segments, each time in another buffer at another index, and notes what it finds. */
final class Reading {
    private final FrameScanner scanner;
    private final List<String> events = new ArrayList<>();
    private byte[] left = {};
    private int stillMissing;

    private Reading(FrameScanner scanner) {
        this.scanner = scanner;
    }

    /** What the scanner says about a stream cut before each of these positions. */
    static List<String> read(Framing framing, byte[] stream, int... cuts) {
        return read(framing.newScanner(), stream, cuts);
    }

    /** What this scanner says about it. */
    static List<String> read(FrameScanner scanner, byte[] stream, int... cuts) {
        var reading = new Reading(scanner);
        int from = 0;
        for (int cut : cuts) {
            reading.arrive(Arrays.copyOfRange(stream, from, cut));
            from = cut;
        }
        reading.arrive(Arrays.copyOfRange(stream, from, stream.length));
        reading.end();
        return reading.events;
    }

    /** What the scanner says about a stream that arrives one byte at a time. */
    static List<String> readByBytes(Framing framing, byte[] stream) {
        int[] cuts = new int[stream.length];
        Arrays.setAll(cuts, i -> i);
        return read(framing, stream, cuts);
    }

    private void arrive(byte[] segment) {
        stillMissing -= segment.length;
        ByteBuf in = buffer(segment);
        Found found = scanner.next(in);
        while (found != Found.INCOMPLETE && found != Found.MALFORMED) {
            note(found, in);
            found = scanner.next(in);
        }
        if (found == Found.INCOMPLETE) {
            stillMissing = scanner.missing();
            assertThat(scanner.missing()).isPositive();
            boolean inCommand = in.isReadable() && scanner.skips(TelnetCommand.IAC) && TelnetCommand.isIncomplete(in);
            assertThat(scanner.midFrame()).isEqualTo(in.isReadable() && !inCommand);
        }
        left = ByteBufUtil.getBytes(in);
    }

    private ByteBuf buffer(byte[] segment) {
        int shift = left.length % 5;
        ByteBuf in = Unpooled.buffer();
        in.writeZero(shift).writeBytes(left).writeBytes(segment).readerIndex(shift);
        return in;
    }

    private void note(Found found, ByteBuf in) {
        assertThat(in.readerIndex()).isEqualTo(scanner.frameEnd());
        assertThat(stillMissing).as("bytes that were said to be missing").isLessThanOrEqualTo(0);
        byte[] payload = ByteBufUtil.getBytes(in, scanner.payloadStart(), scanner.payloadLength());
        events.add(found.name().toLowerCase(Locale.ROOT) + " @" + scanner.offset() + " " + Wire.hex(payload));
        assertThat(scanner.frames()).isEqualTo(events.size());
    }

    private void end() {
        FrameError error = scanner.endOfInput(Unpooled.wrappedBuffer(left));
        assertThat(error.frame()).isEqualTo(scanner.frames() + 1);
        events.add(error.reason() + " @" + error.offset());
    }
}
