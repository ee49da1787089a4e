package io.quintet.exec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quintet.logic.AsyncLogic;
import io.quintet.logic.LogicCatalog;
import io.quintet.logic.LogicExpression;
import io.quintet.logic.Reply;
import io.quintet.logic.testing.LogicTester;
import io.quintet.logic.testing.TestConnection;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** An {@code exec} logic for the length of a test, called without a server. In its texts each character is one byte. */
final class TestWorkers implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final AsyncLogic logic;
    private final LogicTester nobody = LogicTester.of("echo");
    private final TestConnection connection = nobody.connect();

    private TestWorkers(String command, Map<String, String> arguments) {
        LogicExpression expression = new LogicExpression("exec", List.of(command), arguments);
        logic = (AsyncLogic) LogicCatalog.ofClassPath().create(expression);
    }

    /** @param arguments such as {@code workers=2}; one worker where they do not say */
    static TestWorkers of(String command, String... arguments) {
        Map<String, String> named = new LinkedHashMap<>(Map.of("workers", "1"));
        for (String argument : arguments) {
            named.put(argument.replaceFirst("=.*", ""), argument.replaceFirst(".*?=", ""));
        }
        return new TestWorkers(command, named);
    }

    CompletableFuture<Reply> send(String request) {
        return send(request.getBytes(StandardCharsets.ISO_8859_1));
    }

    CompletableFuture<Reply> send(byte[] request) {
        return logic.answer(request, connection).toCompletableFuture();
    }

    String answer(String request) {
        return text(send(request));
    }

    static String text(CompletableFuture<Reply> reply) {
        return new String(bytes(reply), StandardCharsets.ISO_8859_1);
    }

    static byte[] bytes(CompletableFuture<Reply> reply) {
        assertThat(reply).succeedsWithin(PATIENCE);
        return reply.join().payload().orElseThrow();
    }

    /** The message of the failure that must come. */
    static String failure(CompletableFuture<Reply> reply) {
        assertThat(isFailed(reply)).as("failed").isTrue();
        return reply.handle((answer, thrown) -> String.valueOf(thrown.getMessage()))
                .join();
    }

    /** The message of the failure that must come at some time to a request, all others being answered or lost until then. */
    String failureAtLast(String containing) {
        return await().atMost(PATIENCE)
                .pollInterval(5, TimeUnit.MILLISECONDS)
                .until(() -> failureOrNothing(send("abc")), message -> message.contains(containing));
    }

    private static String failureOrNothing(CompletableFuture<Reply> reply) {
        return isFailed(reply) ? failure(reply) : "";
    }

    /** Whether it fails; waits for what becomes of it. */
    static boolean isFailed(CompletableFuture<Reply> reply) {
        if (!reply.isDone()) {
            await().atMost(PATIENCE).until(reply::isDone);
        }
        return reply.isCompletedExceptionally();
    }

    /** The workers' processes that run now; those of one logic, since each test closes its own. */
    static List<ProcessHandle> processes() {
        return ProcessHandle.current().children().filter(ProcessHandle::isAlive).toList();
    }

    /** Those and all that they have started. */
    static List<ProcessHandle> processesAndDescendants() {
        return ProcessHandle.current()
                .descendants()
                .filter(ProcessHandle::isAlive)
                .toList();
    }

    static void awaitEnd(List<ProcessHandle> processes) {
        await().atMost(PATIENCE).until(() -> processes.stream().noneMatch(ProcessHandle::isAlive));
    }

    @Override
    public void close() {
        logic.close();
        nobody.close();
    }
}
