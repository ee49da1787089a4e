package io.quintet.logic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quintet.logic.testing.LogicTester;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

final class LogicsTest {
    @Test
    void everyShapeFromALambda() {
        assertThat(LogicTester.of(Logics.text(text -> text + "!")).answer("中")).isEqualTo("中!");
        assertThat(LogicTester.of(Logics.bytes(bytes -> new byte[] {bytes[0]})).answer("abc"))
                .isEqualTo("a");
        assertThat(LogicTester.of(Logics.asyncText(text -> CompletableFuture.supplyAsync(() -> text + "!")))
                        .answer("abc"))
                .isEqualTo("abc!");
        assertThat(LogicTester.of(Logics.asyncBytes(CompletableFuture::completedFuture))
                        .answer("abc"))
                .isEqualTo("abc");
        assertThat(LogicTester.of(Logics.blockingText(text -> text + "!")).answer("abc"))
                .isEqualTo("abc!");
        assertThat(LogicTester.of(Logics.blockingBytes(bytes -> bytes)).answer("abc"))
                .isEqualTo("abc");
    }

    @Test
    void textMayBeInAnyCharset() {
        Charset gbk = Charset.forName("GBK");

        assertThat(LogicTester.of(Logics.text(gbk, text -> text + "文")).answer("中".getBytes(gbk)))
                .isEqualTo("中文".getBytes(gbk));
    }

    @Test
    void aChainEndsWhereThereIsNoAnswer() {
        InlineLogic quiet = (request, answer) -> {
            answer.none();
            answer.thenClose();
        };
        InlineLogic never = (request, answer) -> {
            throw new AssertionError("called");
        };
        LogicTester tester = LogicTester.of(quiet, never);

        Reply reply = tester.call(new byte[3]);

        assertThat(reply.payload()).isEmpty();
        assertThat(reply.closes()).isTrue();
    }

    @Test
    void aLogicThatClosesInTheMiddleOfAChainClosesAfterTheAnswer() {
        BlockingLogic last = (request, connection) -> Reply.of(request).thenClose();

        Reply reply = LogicTester.of(last, Logics.text(text -> text + "!")).call(new byte[] {'a'});

        assertThat(reply.payload()).contains(new byte[] {'a', '!'});
        assertThat(reply.closes()).isTrue();
    }

    @Test
    void aSharedAnswerIsNotRewrittenByTheNextLogic() {
        byte[] shared = {'a', 'b'};
        AsyncLogic constant = (request, connection) -> CompletableFuture.completedFuture(Reply.of(shared));
        LogicTester tester = LogicTester.of(constant, LogicCatalog.ofClassPath().create("reverse"));

        assertThat(tester.answer("x")).isEqualTo("ba");
        assertThat(tester.answer("x")).isEqualTo("ba");
    }

    @Test
    void whatALogicThrowsComesOutOfTheCall() {
        BlockingLogic failing = (request, connection) -> {
            throw new IOException("gone");
        };
        AsyncLogic later = (request, connection) -> CompletableFuture.failedFuture(new IllegalStateException("later"));

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> LogicTester.of(failing).answer("abc"))
                .withCauseInstanceOf(IOException.class);
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> LogicTester.of(later).answer("abc"))
                .withMessage("later");
    }
}
