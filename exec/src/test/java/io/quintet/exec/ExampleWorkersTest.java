package io.quintet.exec;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.logic.Reply;
import io.quintet.testing.Machine;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The workers in {@code examples/workers}, each in its own language. */
final class ExampleWorkersTest {
    private static final Path EXAMPLES = Path.of("..", "examples", "workers");

    @Test
    void pythonReverses() {
        reverses("python3", EXAMPLES.resolve("reverse.py"), 300);
    }

    @Test
    void javaScriptReverses() {
        reverses("node", EXAMPLES.resolve("reverse.js"), 300);
    }

    @Test
    void shellReverses() {
        reverses("sh", EXAMPLES.resolve("reverse.sh"), 5);
    }

    @Test
    void cReverses(@TempDir Path folder) throws Exception {
        Machine.hasPrograms("cc");
        Path program = folder.resolve("reverse");
        Process compiler = new ProcessBuilder(
                        "cc", "-std=c99", "-Wall", "-Wextra", "-Werror", "-o", program.toString(), "reverse.c")
                .directory(EXAMPLES.toFile())
                .inheritIO()
                .start();
        assertThat(compiler.waitFor()).isZero();

        reverses(program.toString(), Path.of(""), 300);
    }

    private static void reverses(String interpreter, Path script, int requests) {
        if (!Path.of(interpreter).isAbsolute()) {
            Machine.hasPrograms(interpreter);
        }
        long seed = System.nanoTime();
        for (boolean pipelined : List.of(false, true)) {
            try (TestWorkers workers = TestWorkers.of(interpreter + " " + script, "pipelined=" + pipelined)) {
                List<byte[]> payloads = payloads(new Random(seed), requests);
                List<CompletableFuture<Reply>> replies =
                        payloads.stream().map(workers::send).toList();

                for (int i = 0; i < payloads.size(); i++) {
                    assertThat(TestWorkers.bytes(replies.get(i)))
                            .as("request %d, pipelined %s, seed %d", i, pipelined, seed)
                            .isEqualTo(reversed(payloads.get(i)));
                }
            }
        }
    }

    /** An empty one, the largest, and any bytes. */
    private static List<byte[]> payloads(Random random, int count) {
        return Stream.concat(Stream.of(0, 1, 99_999), IntStream.range(3, count).mapToObj(i -> random.nextInt(2000)))
                .map(length -> {
                    byte[] payload = new byte[length];
                    random.nextBytes(payload);
                    return payload;
                })
                .toList();
    }

    private static byte[] reversed(byte[] bytes) {
        byte[] reversed = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            reversed[i] = bytes[bytes.length - 1 - i];
        }
        return reversed;
    }
}
