package io.quintet.exec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quintet.logic.Reply;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Workers that end, hang or say something else than answers. */
final class DyingTest {
    @Test
    void killedWorkerFailsItsRequestAndTheNextOneGetsANewWorker() {
        try (TestWorkers workers = TestWorkers.of("cat")) {
            assertThat(workers.answer("abc")).isEqualTo("abc");
            ProcessHandle killed = TestWorkers.processes().get(0);

            killed.destroyForcibly();
            TestWorkers.awaitEnd(List.of(killed));
            await().until(() -> !TestWorkers.processes().isEmpty());

            assertThat(workers.answer("abc")).isEqualTo("abc");
        }
    }

    @Test
    void requestOfAKilledWorkerIsToldHowItEnded() {
        try (TestWorkers workers = TestWorkers.of("sleep 1000")) {
            CompletableFuture<Reply> reply = workers.send("abc");

            TestWorkers.processes().forEach(ProcessHandle::destroyForcibly);

            assertThat(TestWorkers.failure(reply))
                    .isEqualTo("exec-1: exit status 137 (signal 9) (expected: an answer)");
        }
    }

    @Test
    void workerThatIsTooSlowIsKilledAndReplaced() {
        try (TestWorkers workers = TestWorkers.of("sleep 1000", "timeout=100ms")) {
            ProcessHandle slow = TestWorkers.processes().get(0);

            assertThat(TestWorkers.failure(workers.send("abc")))
                    .isEqualTo("exec-1: no answer in 100 ms (expected: an answer)");
            TestWorkers.awaitEnd(List.of(slow));
            await().until(() -> !TestWorkers.processes().isEmpty());
        }
    }

    @Test
    void timeLimitIsForOneAnswerNotForAllOfThem() {
        String slowly =
                "sh -c 'while f=$(dd bs=1 count=6 2> /dev/null) && [ -n \"$f\" ]; do sleep 0.2; printf %s $f; done'";
        try (TestWorkers workers = TestWorkers.of(slowly, "timeout=1s", "pipelined=true")) {
            CompletableFuture<Reply> last = null;
            for (int i = 0; i < 8; i++) {
                last = workers.send("a");
            }

            assertThat(TestWorkers.text(last)).isEqualTo("a");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "head -c 8 > /dev/null; echo hello; exec cat | malformed output: header byte 0: 0x68 (expected: '0'-'9')",
                "head -c 8 > /dev/null; printf 99999; exit 3 | exit status 3",
                "head -c 8 > /dev/null; printf 00003ab; exit 3 | exit status 3",
                "head -c 8 > /dev/null; exec 1>&-; exec sleep 1000 | stdout closed",
                "head -c 8 > /dev/null; kill -TERM $$ | exit status 143 (signal 15)",
            })
    void requestIsToldWhatWasWrong(String script, String what) {
        try (TestWorkers workers = TestWorkers.of("sh -c '" + script.replace("'", "'\\''") + "'")) {
            assertThat(workers.failureAtLast("exec-1: ")).startsWith("exec-1: " + what);
        }
    }

    @Test
    void answerThatNobodyAskedForEndsTheWorker() {
        try (TestWorkers workers = TestWorkers.of("sh -c 'printf 00003abc; exec cat'", "restart=1ms..10ms")) {
            assertThat(workers.failureAtLast("no worker"))
                    .startsWith("exec: no worker is up; an answer that no request was for after 0 answers");
        }
    }

    @Test
    void requestsFailAtOnceWhileNoWorkerStays(@TempDir Path folder) throws Exception {
        Path gate = folder.resolve("gate");
        String command = Gates.catOnlyWith(gate);
        try (TestWorkers workers = TestWorkers.of(command, "workers=2", "restart=20ms..100ms")) {
            assertThat(workers.failureAtLast("no worker")).startsWith("exec: no worker is up; exit status 1 ");

            Files.createFile(gate);

            await().atMost(Duration.ofSeconds(30)).until(() -> !TestWorkers.isFailed(workers.send("abc")));
            assertThat(workers.answer("abc")).isEqualTo("abc");
        }
    }

    @Test
    void programThatIsGoneIsTriedAgain(@TempDir Path folder) throws Exception {
        Path program = Files.createSymbolicLink(folder.resolve("cat"), Path.of("/bin/cat"));
        try (TestWorkers workers = TestWorkers.of(program.toString(), "restart=10ms..20ms")) {
            Files.delete(program);
            TestWorkers.processes().forEach(ProcessHandle::destroyForcibly);
            assertThat(workers.failureAtLast("no worker")).contains("cannot start: ", "No such file or directory");

            Files.createSymbolicLink(program, Path.of("/bin/cat"));

            await().atMost(Duration.ofSeconds(30))
                    .until(() -> !TestWorkers.processes().isEmpty());
            assertThat(workers.answer("abc")).isEqualTo("abc");
        }
    }
}
