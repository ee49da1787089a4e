package io.quintet.bench;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.quintet.protocol.FrameWriter;
import io.quintet.protocol.Framing;
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

/** What it takes to frame one answer of 32 bytes. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class WriterBenchmark {
    private static final int FRAMES = 64;

    @Param({"ascii:5", "bin:4", "netstring", "line"})
    private String framing = "";

    private final byte[] payload = new byte[32];
    private FrameWriter writer = Framing.DEFAULT.writer();
    private ByteBuf out = Unpooled.EMPTY_BUFFER;

    /** One buffer for all rounds. */
    @Setup
    public void open() {
        writer = Framing.parse(framing).writer();
        out = Unpooled.directBuffer(64 * FRAMES);
    }

    /** The answers to one read. */
    @Benchmark
    @OperationsPerInvocation(FRAMES)
    public int write() {
        out.clear();
        for (int i = 0; i < FRAMES; i++) {
            int start = writer.begin(out);
            out.writeBytes(payload);
            writer.end(out, start);
        }
        return out.writerIndex();
    }

    /** Gives the memory back. */
    @TearDown
    public void release() {
        out.release();
    }
}
