package io.quintet.cli;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quintet.testing.RawPeer;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.InstanceOfAssertFactories;

/** One connection that sends batches of numbered frames to the logic {@code stamp} and checks each answer. */
final class StampLoad {
    private static final int BATCH = 100;
    private static final int FRAME = "00010x000000000".length();
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final RawPeer peer;
    private final CompletableFuture<Integer> result = new CompletableFuture<>();
    private volatile char version;
    private volatile boolean ending;

    private StampLoad(RawPeer peer) {
        this.peer = peer;
    }

    /** Connects and begins. */
    static StampLoad on(SocketAddress server) {
        StampLoad load = new StampLoad(RawPeer.connect(server));
        Thread thread = new Thread(load::run, "load");
        thread.setDaemon(true);
        thread.start();
        return load;
    }

    private void run() {
        try (peer) {
            int sent = 0;
            while (!ending) {
                peer.send(IntStream.range(sent, sent + BATCH)
                        .mapToObj(number -> frame('x', number))
                        .collect(Collectors.joining()));
                String answers = new String(peer.next(BATCH * FRAME), StandardCharsets.US_ASCII);
                for (int i = 0; i < BATCH; i++) {
                    check(answers.substring(i * FRAME, (i + 1) * FRAME), sent + i);
                }
                sent += BATCH;
            }
            peer.finish().getsEnd();
            result.complete(sent);
        } catch (RuntimeException | Error e) {
            result.completeExceptionally(e);
        }
    }

    private static String frame(char first, int number) {
        return String.format(Locale.ROOT, "00010%c%09d", first, number);
    }

    private void check(String answer, int number) {
        char answeredBy = answer.charAt(5);
        assertThat(answer).isEqualTo(frame(answeredBy, number));
        assertThat(answeredBy)
                .as("version that answered %d", number)
                .isBetween('A', 'Z')
                .isGreaterThanOrEqualTo(version);
        version = answeredBy;
    }

    /** Until an answer came from {@code expected}. */
    void awaitVersion(char expected) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(5)).until(() -> version >= expected || result.isDone());
        if (result.isDone()) {
            end();
        }
    }

    /** Ends in order; fails where an answer was wrong. */
    void end() {
        ending = true;
        assertThat(result)
                .succeedsWithin(PATIENCE, as(InstanceOfAssertFactories.INTEGER))
                .isPositive();
    }
}
