package io.quintet.exec;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.logic.Reply;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests and their answers, with {@code cat} as a worker that answers each frame by itself. */
final class AnsweringTest {
    @Test
    void workersFrameIsTheAnswer() {
        try (TestWorkers workers = TestWorkers.of("cat")) {
            assertThat(workers.answer("abc")).isEqualTo("abc");
            assertThat(workers.answer("\0\r\n\u00ff00003abc")).isEqualTo("\0\r\n\u00ff00003abc");
        }
    }

    @Test
    void emptyRequestMayHaveAnEmptyAnswer() {
        try (TestWorkers workers = TestWorkers.of("cat")) {
            assertThat(workers.answer("")).isEmpty();
            assertThat(workers.answer("abc")).isEqualTo("abc");
        }
    }

    @ParameterizedTest
    @CsvSource({"1,false", "3,false", "1,true", "3,true"})
    void eachRequestGetsItsOwnAnswer(int workers, boolean pipelined) {
        try (TestWorkers cats = TestWorkers.of("cat", "workers=" + workers, "pipelined=" + pipelined)) {
            List<CompletableFuture<Reply>> replies = IntStream.range(0, 5000)
                    .mapToObj(number -> cats.send("request " + number))
                    .toList();

            for (int number = 0; number < replies.size(); number++) {
                assertThat(TestWorkers.text(replies.get(number))).isEqualTo("request " + number);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"false", "true"})
    void framesMayBeLargerThanAnyPipe(boolean pipelined) {
        byte[] large = new byte[9_000_000];
        new Random(1).nextBytes(large);
        try (TestWorkers workers = TestWorkers.of("cat", "framing=ascii:8,max=10000000", "pipelined=" + pipelined)) {
            List<CompletableFuture<Reply>> replies =
                    List.of(workers.send(large), workers.send("b"), workers.send(large));

            assertThat(TestWorkers.bytes(replies.get(0))).isEqualTo(large);
            assertThat(TestWorkers.text(replies.get(1))).isEqualTo("b");
            assertThat(TestWorkers.bytes(replies.get(2))).isEqualTo(large);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"ascii:3", "bin:2,le", "netstring", "line", "ascii:8,pad=space"})
    void workersSpeakAnyFramingWithAnEnd(String framing) {
        try (TestWorkers workers = TestWorkers.of("cat", "framing=" + framing)) {
            assertThat(workers.answer("abc")).isEqualTo("abc");
            assertThat(workers.answer("")).isEmpty();
            assertThat(workers.answer("x")).isEqualTo("x");
        }
    }

    @Test
    void filterOfLinesIsAWorker() {
        try (TestWorkers workers =
                TestWorkers.of("sh -c 'while read -r a b; do echo \"$b $a\"; done'", "framing=line:lf")) {
            assertThat(workers.answer("hello world")).isEqualTo("world hello");
        }
    }

    @Test
    void requestThatNoFrameCanHoldFailsAlone() {
        try (TestWorkers five = TestWorkers.of("cat");
                TestWorkers lines = TestWorkers.of("cat", "framing=line")) {
            assertThat(TestWorkers.failure(five.send(new byte[100_000])))
                    .isEqualTo("request: 100000 bytes (expected: what a frame of the workers can hold,"
                            + " ascii:5,zero=deliver)");
            assertThat(five.answer("abc")).isEqualTo("abc");
            assertThat(TestWorkers.failure(lines.send("a\nb"))).startsWith("request: 3 bytes (expected: ");
            assertThat(lines.answer("ab")).isEqualTo("ab");
        }
    }

    @Test
    void lateAnswerToACancelledRequestIsDropped(@TempDir Path folder) throws Exception {
        Path gate = folder.resolve("gate");
        try (TestWorkers workers = TestWorkers.of(Gates.catBehind(gate))) {
            CompletableFuture<Reply> first = workers.send("first");
            CompletableFuture<Reply> waiting = workers.send("waiting");
            CompletableFuture<Reply> last = workers.send("last");
            first.cancel(true);
            waiting.cancel(true);
            Files.createFile(gate);

            assertThat(TestWorkers.text(last)).isEqualTo("last");
            assertThat(workers.answer("abc")).isEqualTo("abc");
        }
    }

    @Test
    void requestsBeyondTheQueueFailAtOnce(@TempDir Path folder) throws Exception {
        Path gate = folder.resolve("gate");
        try (TestWorkers workers = TestWorkers.of(Gates.catBehind(gate), "queue=2")) {
            List<CompletableFuture<Reply>> replies = IntStream.range(0, 10)
                    .mapToObj(number -> workers.send("abc"))
                    .toList();

            List<CompletableFuture<Reply>> refused = replies.stream()
                    .filter(CompletableFuture::isCompletedExceptionally)
                    .toList();
            assertThat(refused)
                    .as("beyond two that wait and one that the worker has")
                    .hasSizeGreaterThanOrEqualTo(7);
            assertThat(TestWorkers.failure(refused.get(0)))
                    .isEqualTo("exec.queue: 2 requests wait for a worker (expected: room for one more)");
            Files.createFile(gate);
            assertThat(TestWorkers.text(replies.get(0))).isEqualTo("abc");
        }
    }
}
