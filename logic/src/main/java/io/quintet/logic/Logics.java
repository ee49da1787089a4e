package io.quintet.logic;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Logics from lambdas on text or bytes, where nothing but the payload matters. Text is UTF-8; what is not becomes U+FFFD. */
public final class Logics {
    private Logics() {}

    /** Answers at once; must not block. */
    public static InlineLogic text(UnaryOperator<String> answer) {
        return text(StandardCharsets.UTF_8, answer);
    }

    /** Answers at once, in text of {@code charset}; must not block. */
    public static InlineLogic text(Charset charset, UnaryOperator<String> answer) {
        return (request, reply) -> reply.append(answer.apply(request.payload().text(charset)), charset);
    }

    /** Answers at once; must not block. */
    public static InlineLogic bytes(UnaryOperator<byte[]> answer) {
        return (request, reply) -> reply.append(answer.apply(request.payload().toBytes()));
    }

    /** Answers later, from any thread. */
    public static AsyncLogic asyncText(Function<String, ? extends CompletionStage<String>> answer) {
        return (request, connection) ->
                answer.apply(new String(request, StandardCharsets.UTF_8)).thenApply(Reply::of);
    }

    /** Answers later, from any thread. */
    public static AsyncLogic asyncBytes(Function<byte[], ? extends CompletionStage<byte[]>> answer) {
        return (request, connection) -> answer.apply(request).thenApply(Reply::of);
    }

    /** Answers after a while, on a thread that may wait. */
    public static BlockingLogic blockingText(Blocking<String> answer) {
        return (request, connection) -> Reply.of(answer.apply(new String(request, StandardCharsets.UTF_8)));
    }

    /** Answers after a while, on a thread that may wait. */
    public static BlockingLogic blockingBytes(Blocking<byte[]> answer) {
        return (request, connection) -> Reply.of(answer.apply(request));
    }

    /** A function that may wait and may fail. */
    @FunctionalInterface
    public interface Blocking<T> {
        /** The answer to {@code request}. */
        T apply(T request) throws Exception;
    }
}
