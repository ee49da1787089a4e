package io.quintet.logic.testing;

import io.quintet.logic.AsyncLogic;
import io.quintet.logic.BlockingLogic;
import io.quintet.logic.Connection;
import io.quintet.logic.InPlaceLogic;
import io.quintet.logic.InlineLogic;
import io.quintet.logic.Logic;
import io.quintet.logic.Payload;
import io.quintet.logic.Reply;
import io.quintet.logic.Request;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One call of a logic, whatever its shape. */
final class Calls {
    private static final int LONGEST_WAIT_SECONDS = 10;

    private Calls() {}

    /** Through each in turn, until one gives no answer. */
    static Reply through(List<Logic> chain, byte[] request, Connection connection) {
        Reply reply = Reply.of(request.clone());
        for (Logic logic : chain) {
            Reply next = one(logic, reply.payload().orElseThrow(), connection);
            reply = reply.closes() ? next.thenClose() : next;
            if (reply.payload().isEmpty()) {
                return reply;
            }
        }
        return reply;
    }

    private static Reply one(Logic logic, byte[] request, Connection connection) {
        if (logic instanceof InPlaceLogic inPlace) {
            byte[] rewritten = request.clone();
            inPlace.apply(Payload.of(rewritten));
            return Reply.of(rewritten);
        }
        if (logic instanceof InlineLogic inline) {
            CollectedAnswer answer = new CollectedAnswer();
            inline.answer(new Request(Payload.of(request), connection), answer);
            return answer.toReply();
        }
        try {
            return waiting(logic, request, connection);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e.toString(), e);
        }
    }

    private static Reply waiting(Logic logic, byte[] request, Connection connection) throws Exception {
        if (logic instanceof BlockingLogic blocking) {
            return blocking.answer(request, connection);
        }
        return await(((AsyncLogic) logic).answer(request, connection));
    }

    private static Reply await(CompletionStage<Reply> stage) throws Exception {
        try {
            return stage.toCompletableFuture().get(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("no reply (expected: one within " + LONGEST_WAIT_SECONDS + " s)", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }
}
