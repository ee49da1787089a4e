package io.quintet.bench;

import io.quintet.logic.InPlaceLogic;
import io.quintet.logic.LogicCatalog;
import io.quintet.logic.Payload;
import java.nio.ByteBuffer;
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

/** What a logic that answers in place does to one payload, in the memory that the server gives it. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class BuiltInsBenchmark {
    @Param({"echo", "reverse", "upper"})
    private String logic = "";

    @Param({"32", "60000"})
    private int bytes;

    private final Payload payload = Payload.of(new byte[0]);
    private ByteBuffer memory = ByteBuffer.allocate(0);
    private @Nullable InPlaceLogic answers;

    /** Makes the logic. */
    @Setup
    public void create() {
        answers = (InPlaceLogic) LogicCatalog.ofClassPath().create(logic);
        memory = ByteBuffer.allocateDirect(bytes);
    }

    /** One answer. */
    @Benchmark
    public Payload answer() {
        Objects.requireNonNull(answers).apply(payload.pointAt(memory, 0, bytes));
        return payload;
    }
}
