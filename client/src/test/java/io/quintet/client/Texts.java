package io.quintet.client;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** Bytes written as text, one character each, and stages waited for. */
final class Texts {
    private Texts() {}

    static byte[] bytes(String text) {
        return text.getBytes(ISO_8859_1);
    }

    static String text(CompletionStage<byte[]> answer) {
        return new String(done(answer), ISO_8859_1);
    }

    static <T> T done(CompletionStage<T> stage) {
        return stage.toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
    }

    static ClientException failure(CompletionStage<?> stage) {
        try {
            throw new AssertionError("stage: " + done(stage) + " (expected: a failure)");
        } catch (CompletionException e) {
            if (e.getCause() instanceof ClientException own) {
                return own;
            }
            throw e;
        }
    }
}
