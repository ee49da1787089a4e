package io.quintet.logic.builtin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quintet.logic.LogicCatalog;
import io.quintet.logic.LogicException;
import io.quintet.logic.Reply;
import io.quintet.logic.testing.LogicTester;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DelayTest {
    @Test
    void passesTheRequestOnAfterTheTime() {
        long start = System.nanoTime();

        String answer = LogicTester.of("delay:20ms", "reverse").answer("abc");

        assertThat(answer).isEqualTo("cba");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(20));
    }

    @ParameterizedTest
    @ValueSource(strings = {"delay:0", "delay:1ms", "delay:100us..2ms", "delay:time=0..0"})
    void takesATimeOrARange(String expression) {
        assertThat(LogicTester.of(expression).answer("abc")).isEqualTo("abc");
    }

    @Test
    void theCallItselfDoesNotWaitAndACancelledRequestIsForgotten() {
        try (LogicTester tester = LogicTester.of("echo");
                Delay.Delaying delay =
                        (Delay.Delaying) LogicCatalog.ofClassPath().create("delay:1h")) {
            CompletableFuture<Reply> reply =
                    delay.answer(new byte[3], tester.connect()).toCompletableFuture();

            assertThat(reply).isNotDone();
            assertThat(delay.waiting()).isEqualTo(1);
            reply.cancel(true);
            assertThat(delay.waiting()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delay:soon",
                "delay:50",
                "delay:200ms..50ms",
                "delay:-1ms",
                "delay:1ms..",
                "delay:999999999999999999d"
            })
    void anythingElseIsRefused(String expression) {
        assertThatExceptionOfType(LogicException.class)
                .isThrownBy(() -> LogicTester.of(expression))
                .withMessageEndingWith("(expected: a duration such as 50ms or a range such as 50ms..200ms)");
    }
}
