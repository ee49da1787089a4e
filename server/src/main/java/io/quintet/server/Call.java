package io.quintet.server;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.buffer.Unpooled;
import io.quintet.logic.AsyncLogic;
import io.quintet.logic.BlockingLogic;
import io.quintet.logic.InPlaceLogic;
import io.quintet.logic.InlineLogic;
import io.quintet.logic.Logic;
import io.quintet.logic.Payload;
import io.quintet.logic.Reply;
import io.quintet.logic.Request;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.FutureTask;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One request on its way through a chain with logics that answer later. Its stages begin on the event loop, one after the
 * other; confined to that loop, but for {@link #finished}.
 */
final class Call {
    private final QueuedPath path;
    private final Chain chain;
    private final long startedAt;
    private int nextStage;
    private byte[] payload;
    private boolean waiting;
    private boolean registering;
    private boolean closes;
    private boolean holdsChain;
    private @Nullable Reply reply;
    private @Nullable Throwable failure;
    private Runnable cancellation = () -> {};

    /** @param chain in use, if a stage has to be waited for, until {@link #release} */
    Call(QueuedPath path, Chain chain, byte[] request, long startedAt) {
        this.path = path;
        this.chain = chain;
        this.payload = request;
        this.startedAt = startedAt;
    }

    /** A call that is already answered. */
    static Call answered(QueuedPath path, Chain chain, byte[] answer) {
        Call call = new Call(path, chain, answer, 0);
        call.reply = Reply.of(answer);
        return call;
    }

    /** Runs stages until one has to be waited for. */
    void run() {
        try {
            while (!waiting && !isDone()) {
                step();
            }
        } catch (Throwable thrown) {
            failure = thrown;
        }
    }

    /** An in-place stage writes into a copy of what an earlier one gave, which may be a constant of its own. */
    private void step() {
        if (nextStage == chain.stages().size()) {
            Reply answer = Reply.of(payload);
            reply = closes ? answer.thenClose() : answer;
            return;
        }
        chain.step(nextStage++).accept(this);
    }

    /** What a call does at a stage of that kind; found once, since asking an object for its kind takes longer than many a logic. */
    static Consumer<Call> step(Logic stage) {
        if (stage instanceof InPlaceLogic inPlace) {
            return call -> call.answerInPlace(inPlace);
        } else if (stage instanceof InlineLogic inline) {
            return call -> call.take(call.answerInline(inline));
        } else if (stage instanceof AsyncLogic async) {
            return call -> call.await(async.answer(call.payload, call.path.connection()));
        }
        return call -> call.await(call.begin((BlockingLogic) stage));
    }

    private void answerInPlace(InPlaceLogic stage) {
        payload = nextStage == 1 ? payload : payload.clone();
        stage.apply(Payload.of(payload));
    }

    private Reply answerInline(InlineLogic stage) {
        ByteBuf out = Unpooled.buffer(payload.length);
        BufferAnswer answer = new BufferAnswer().to(out);
        stage.answer(new Request(Payload.of(payload), path.connection()), answer);
        answer.end();
        Reply given = answer.isNone() ? Reply.none() : Reply.of(ByteBufUtil.getBytes(out));
        return answer.closes() ? given.thenClose() : given;
    }

    private CompletionStage<Reply> begin(BlockingLogic stage) {
        byte[] request = payload;
        CompletableFuture<Reply> result = new CompletableFuture<>();
        FutureTask<Boolean> task = new FutureTask<>(() -> {
            try {
                return result.complete(stage.answer(request, path.connection()));
            } catch (Throwable thrown) {
                return result.completeExceptionally(thrown);
            }
        });
        path.blockingThreads().execute(task);
        result.whenComplete((answer, thrown) -> {
            if (result.isCancelled()) {
                task.cancel(true);
            }
        });
        return result;
    }

    private void await(CompletionStage<Reply> stage) {
        if (stage instanceof CompletableFuture<Reply> future && isAnswered(future) && !path.isPushing()) {
            resume(future.join(), null);
        } else {
            waitFor(stage);
        }
    }

    private static boolean isAnswered(CompletableFuture<Reply> future) {
        return future.isDone() && !future.isCompletedExceptionally();
    }

    private void waitFor(CompletionStage<Reply> stage) {
        if (!holdsChain) {
            holdsChain = true;
            chain.use();
        }
        cancellation = () -> stage.toCompletableFuture().cancel(true);
        waiting = true;
        registering = true;
        stage.whenComplete(this::finished);
        registering = false;
    }

    /**
     * Safe from any thread. A stage that was complete from the start goes on without a detour, unless it would overtake
     * what was pushed before it was completed.
     */
    private void finished(@Nullable Reply answer, @Nullable Throwable thrown) {
        if (path.inEventLoop() && registering && !path.isPushing()) {
            resume(answer, thrown);
        } else {
            path.execute(() -> {
                if (!isDone()) {
                    resume(answer, thrown);
                    run();
                    path.progressed();
                }
            });
        }
    }

    private void resume(@Nullable Reply answer, @Nullable Throwable thrown) {
        waiting = false;
        if (thrown != null) {
            failure = thrown instanceof CompletionException && thrown.getCause() != null ? thrown.getCause() : thrown;
        } else if (answer == null) {
            failure = new NullPointerException("logic answered null");
        } else {
            take(answer);
        }
    }

    private void take(Reply answer) {
        closes |= answer.closes();
        if (answer.payload().isPresent()) {
            payload = answer.payload().get();
        } else {
            reply = closes ? Reply.close() : Reply.none();
        }
    }

    /** Whether there is a result: a reply or a failure. */
    boolean isDone() {
        return reply != null || failure != null;
    }

    @Nullable
    Reply reply() {
        return reply;
    }

    @Nullable
    Throwable failure() {
        return failure;
    }

    /** Lets go of the chain. */
    void release() {
        if (holdsChain) {
            holdsChain = false;
            chain.release();
        }
    }

    /** When it began, by the event loop's clock. */
    long startedAt() {
        return startedAt;
    }

    /** Gives up: fails for {@code why}, and drops what comes later. */
    void cancel(Throwable why) {
        if (!isDone()) {
            failure = why;
            try {
                cancellation.run();
            } catch (RuntimeException refused) {
                why.addSuppressed(refused);
            }
        }
    }
}
