package io.quintet.bench;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.quintet.protocol.Found;
import io.quintet.protocol.FrameScanner;
import io.quintet.protocol.Framing;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What it takes to find one frame of 32 bytes among many. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ScannerBenchmark {
    private static final int FRAMES = 64;

    @Param({"ascii:5", "bin:4", "netstring", "line"})
    private String framing = "";

    private FrameScanner scanner = Framing.DEFAULT.newScanner();
    private ByteBuf received = Unpooled.EMPTY_BUFFER;

    /** As many frames as a busy connection has in one read. */
    @Setup
    public void fill() {
        Framing parsed = Framing.parse(framing);
        scanner = parsed.newScanner();
        received = Unpooled.directBuffer();
        for (int i = 0; i < FRAMES; i++) {
            parsed.writer().writeFrame(received, "x".repeat(32).getBytes(StandardCharsets.US_ASCII));
        }
    }

    /** All of one read. */
    @Benchmark
    @OperationsPerInvocation(FRAMES)
    public int scan() {
        received.readerIndex(0);
        int bytes = 0;
        while (scanner.next(received) == Found.FRAME) {
            bytes += scanner.payloadLength();
        }
        return bytes;
    }

    /** Gives the memory back. */
    @TearDown
    public void release() {
        received.release();
    }
}
