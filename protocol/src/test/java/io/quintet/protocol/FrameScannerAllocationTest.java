package io.quintet.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Good frames cost no memory. */
class FrameScannerAllocationTest {
    private static final int FRAMES = 10_000;
    private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    @ParameterizedTest
    @MethodSource("io.quintet.protocol.Framings#forms")
    void goodFramesAreFoundAndAnsweredWithoutAllocating(String expression) {
        Framing framing = Framing.parse(expression);
        FrameScanner scanner = framing.newScanner();
        FrameWriter writer = framing.writer();
        ByteBuf in = Unpooled.wrappedBuffer(Framings.frame(framing, Wire.bytes("abcdef")));
        ByteBuf out = Unpooled.buffer(64);
        answer(scanner, writer, in, out);

        long before = threads.getThreadAllocatedBytes(Thread.currentThread().getId());
        for (int i = 0; i < FRAMES; i++) {
            answer(scanner, writer, in, out);
        }
        long allocated = threads.getThreadAllocatedBytes(Thread.currentThread().getId()) - before;

        assertThat(allocated).isLessThan(FRAMES);
    }

    private static void answer(FrameScanner scanner, FrameWriter writer, ByteBuf in, ByteBuf out) {
        scanner.next(in.readerIndex(0));
        out.clear();
        int start = writer.begin(out);
        out.writeInt(scanner.payloadLength());
        writer.end(out, start);
    }
}
