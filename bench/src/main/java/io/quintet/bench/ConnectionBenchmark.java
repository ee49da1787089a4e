package io.quintet.bench;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.quintet.logic.InlineLogic;
import io.quintet.logic.Logic;
import io.quintet.logic.LogicCatalog;
import io.quintet.server.EmbeddedConnection;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** What a whole connection does from a read to the write of its answers, all of it but the socket. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ConnectionBenchmark {
    private static final String FRAME = "00032" + "x".repeat(32);

    /** Frames in one read. */
    @Param({"1", "64"})
    private int frames;

    @Param({"in-place", "inline"})
    private String shape = "";

    private ByteBuf requests = Unpooled.EMPTY_BUFFER;
    private @Nullable EmbeddedConnection connection;

    /** Opens the connection. */
    @Setup
    public void open() {
        byte[] bytes = FRAME.repeat(frames).getBytes(StandardCharsets.US_ASCII);
        requests = Unpooled.directBuffer(bytes.length).writeBytes(bytes);
        InlineLogic appending = (request, answer) -> answer.append(request.payload());
        Logic logic =
                shape.equals("inline") ? appending : LogicCatalog.ofClassPath().create("reverse");
        connection = new EmbeddedConnection(logic);
    }

    /** One read. */
    @Benchmark
    public int answer() {
        int answered = Objects.requireNonNull(connection).receive(requests);
        if (answered != requests.readableBytes()) {
            throw new IllegalStateException("answers: " + answered + " bytes (expected: as many as were asked for)");
        }
        return answered;
    }

    /** Closes it. */
    @TearDown
    public void close() {
        Objects.requireNonNull(connection).close();
        requests.release();
    }
}
