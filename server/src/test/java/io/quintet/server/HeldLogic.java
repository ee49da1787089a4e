package io.quintet.server;

import static org.awaitility.Awaitility.await;

import io.quintet.logic.AsyncLogic;
import io.quintet.logic.Connection;
import io.quintet.logic.Reply;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

/** An asynchronous logic whose every answer the test gives by hand. */
final class HeldLogic implements AsyncLogic {
    private final Map<String, CompletableFuture<Reply>> calls = new ConcurrentHashMap<>();

    @Override
    public CompletionStage<Reply> answer(byte[] request, Connection connection) {
        return calls.computeIfAbsent(RawPeer.text(request), key -> new CompletableFuture<>());
    }

    /** The call for {@code request}; waits until the server has made it. */
    CompletableFuture<Reply> call(String request) {
        await("the call for " + request).pollInterval(Duration.ofMillis(1)).until(() -> calls.containsKey(request));
        return calls.get(request);
    }

    /** Answers {@code request} with itself. */
    void answer(String request) {
        call(request).complete(Shape.reply(request));
    }

    /** How many calls were made. */
    int count() {
        return calls.size();
    }
}
