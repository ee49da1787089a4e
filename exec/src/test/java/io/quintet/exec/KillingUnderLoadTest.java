package io.quintet.exec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quintet.logic.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** SIGKILL for workers that are busy: what they had fails, everything else is answered, and rightly. */
final class KillingUnderLoadTest {
    private static final int REQUESTS = 20_000;
    private static final int KILLS = 8;

    @ParameterizedTest
    @CsvSource({"false,1", "true,64"})
    void onlyWhatTheKilledWorkersHadFails(boolean pipelined, int mostAtOnce) throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Semaphore inFlight = new Semaphore(500);
        List<CompletableFuture<Reply>> replies = new ArrayList<>();
        try (TestWorkers workers =
                TestWorkers.of("cat", "workers=3", "pipelined=" + pipelined, "restart=1ms..10ms", "timeout=20s")) {
            for (int number = 0; number < REQUESTS; number++) {
                if (number % (REQUESTS / KILLS) == REQUESTS / KILLS / 2) {
                    killAny(random);
                }
                inFlight.acquire();
                CompletableFuture<Reply> reply = workers.send("request " + number);
                reply.whenComplete((answer, failure) -> inFlight.release());
                replies.add(reply);
            }

            assertThat(failed(replies)).as("failed, seed " + seed).isLessThanOrEqualTo(KILLS * mostAtOnce);
            assertThat(workers.answer("and after that")).isEqualTo("and after that");
        }
    }

    private static void killAny(Random random) {
        await().until(() -> !TestWorkers.processes().isEmpty());
        List<ProcessHandle> alive = TestWorkers.processes();
        if (!alive.isEmpty()) {
            alive.get(random.nextInt(alive.size())).destroyForcibly();
        }
    }

    private static int failed(List<CompletableFuture<Reply>> replies) {
        int failed = 0;
        for (int number = 0; number < replies.size(); number++) {
            CompletableFuture<Reply> reply = replies.get(number);
            if (TestWorkers.isFailed(reply)) {
                assertThat(TestWorkers.failure(reply)).contains("exit status 137 (signal 9)");
                failed++;
            } else {
                assertThat(TestWorkers.text(reply)).isEqualTo("request " + number);
            }
        }
        return failed;
    }
}
