package io.quintet.cli.send;

import io.quintet.client.ClientException;
import io.quintet.client.QuintetClient;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Sends payloads as requests, pipelined, and shows the answers as they arrive: one thread reads and sends, the caller's
 * shows. What is in flight is bounded by the client and by the queue between the two.
 */
public final class PayloadSending {
    private static final int QUEUED = 1024;

    private final SendOptions options;
    private final AnswerPrinter printer;
    private final Expectation expectation;
    private final BlockingQueue<CompletableFuture<Optional<TimedAnswer>>> answers = new ArrayBlockingQueue<>(QUEUED);

    /** Sends as the options say; every answer goes to the printer, then is compared. */
    public PayloadSending(SendOptions options, AnswerPrinter printer, Expectation expectation) {
        this.options = options;
        this.printer = printer;
        this.expectation = expectation;
    }

    /**
     * Sends everything and waits for every answer.
     *
     * @throws SendException for whatever is wrong first
     */
    public void run(PayloadSource payloads) throws InterruptedException {
        QuintetClient client = connect();
        var feeder = new Thread(() -> feed(client, payloads), "send");
        feeder.setDaemon(true);
        feeder.start();
        try {
            long shown = show();
            awaitClose(client);
            expectation.checkCount(shown);
        } finally {
            client.closeNow();
            feeder.interrupt();
            printer.flush();
        }
    }

    private QuintetClient connect() {
        try {
            return options.client().connect();
        } catch (ClientException e) {
            throw SendException.of(e);
        }
    }

    private void feed(QuintetClient client, PayloadSource payloads) {
        var call = new Object() {
            long count;
        };
        try {
            payloads.times(options.repeat()).forEach(payload -> enqueue(call(client, payload, ++call.count)));
            if (options.halfClose()) {
                client.finish();
            }
            enqueue(CompletableFuture.completedFuture(Optional.empty()));
        } catch (IOException e) {
            enqueue(CompletableFuture.failedFuture(
                    new SendException(SendException.Kind.OTHER, "payload: " + e + " (expected: to be readable)", e)));
        } catch (SendException e) {
            enqueue(CompletableFuture.failedFuture(e));
        } catch (Stopped e) {
            // Nobody waits for further answers.
        }
    }

    private static CompletableFuture<Optional<TimedAnswer>> call(QuintetClient client, byte[] payload, long number) {
        long started = System.nanoTime();
        return client.call(payload)
                .thenApply(answer -> Optional.of(
                        new TimedAnswer(number, answer, Optional.of(Duration.ofNanos(System.nanoTime() - started)))))
                .toCompletableFuture();
    }

    private void enqueue(CompletableFuture<Optional<TimedAnswer>> answer) {
        try {
            answers.put(answer);
        } catch (InterruptedException e) {
            throw new Stopped(e);
        }
    }

    /** How many answers there were. */
    private long show() throws InterruptedException {
        long shown = 0;
        for (Optional<TimedAnswer> answer = next(); answer.isPresent(); answer = next()) {
            printer.print(answer.get());
            expectation.check(answer.get());
            shown++;
        }
        return shown;
    }

    private Optional<TimedAnswer> next() throws InterruptedException {
        CompletableFuture<Optional<TimedAnswer>> next = answers.poll();
        if (next == null || !next.isDone()) {
            printer.flush();
        }
        try {
            return (next == null ? answers.take() : next).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof ClientException failure ? SendException.of(failure) : failureOf(e);
        }
    }

    private static RuntimeException failureOf(CompletionException wrapper) {
        return wrapper.getCause() instanceof SendException own ? own : wrapper;
    }

    /** The end of the thread that sends. */
    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Stopped(InterruptedException cause) {
            super(cause);
        }
    }

    private void awaitClose(QuintetClient client) throws InterruptedException {
        if (!options.halfClose()) {
            return;
        }
        try {
            client.ended().toCompletableFuture().get(options.patience().toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new SendException(
                    SendException.Kind.TIMEOUT,
                    "close by " + options.address() + ": none within "
                            + options.timeout().toMillis() + " ms (expected: one, behind the last answer)",
                    e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof ClientException failure
                    ? SendException.of(failure)
                    : new IllegalStateException(e);
        }
    }
}
