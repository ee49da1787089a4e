package io.quintet.exec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quintet.logic.LogicCatalog;
import io.quintet.logic.LogicExpression;
import io.quintet.logic.Reply;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workers end with their logic, whatever they think of it. */
final class EndingTest {
    private static final String STUBBORN = "sh -c 'trap \"\" TERM; while :; do sleep 1000; done'";

    @Test
    void workersEndAtTheEndOfTheirInput(@TempDir Path folder) {
        Path farewell = folder.resolve("farewell");
        TestWorkers workers = TestWorkers.of("sh -c 'cat; : > \"$1\"' sh " + farewell);
        workers.answer("abc");
        List<ProcessHandle> processes = TestWorkers.processesAndDescendants();

        workers.close();

        assertThat(processes).hasSize(2).noneMatch(ProcessHandle::isAlive);
        assertThat(farewell).exists();
    }

    @Test
    void stubbornWorkersAreKilledWithWhatTheyStarted() {
        TestWorkers workers = TestWorkers.of(STUBBORN, "workers=2");
        await().until(() -> TestWorkers.processesAndDescendants().size() == 4);
        List<ProcessHandle> processes = TestWorkers.processesAndDescendants();
        CompletableFuture<Reply> unanswered = workers.send("abc");

        workers.close();

        TestWorkers.awaitEnd(processes);
        assertThat(TestWorkers.failure(unanswered)).startsWith("exec-");
        assertThat(TestWorkers.failure(workers.send("abc"))).startsWith("exec: closed");
    }

    @Test
    void childOfAKilledShellEndsToo() {
        try (TestWorkers workers = TestWorkers.of("sh -c 'cat; exec sleep 1000'")) {
            workers.answer("abc");
            ProcessHandle shell = TestWorkers.processes().get(0);
            List<ProcessHandle> children = shell.children().toList();

            shell.destroyForcibly();

            TestWorkers.awaitEnd(children);
            assertThat(workers.answer("abc")).isEqualTo("abc");
        }
    }

    @Test
    void workersEndWithTheJvm() throws Exception {
        Process jvm = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Exiting.class.getName())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader output = jvm.inputReader()) {
            List<ProcessHandle> processes = output.lines()
                    .filter(line -> line.startsWith("worker "))
                    .flatMap(line -> ProcessHandle.of(Long.parseLong(line.substring(7))).stream())
                    .toList();

            assertThat(jvm.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(processes).hasSize(2);
            TestWorkers.awaitEnd(processes);
        }
    }

    /** Exits without closing its logic; prints the process ids of a worker and its child. */
    static final class Exiting {
        private Exiting() {}

        public static void main(String[] args) throws Exception {
            LogicCatalog.ofClassPath().create(new LogicExpression("exec", List.of(STUBBORN), Map.of("workers", "1")));
            await().until(() -> TestWorkers.processesAndDescendants().size() == 2);
            TestWorkers.processesAndDescendants().forEach(process -> System.out.println("worker " + process.pid()));
            System.exit(0);
        }
    }
}
