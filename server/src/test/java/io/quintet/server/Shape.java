package io.quintet.server;

import io.quintet.logic.AsyncLogic;
import io.quintet.logic.BlockingLogic;
import io.quintet.logic.InlineLogic;
import io.quintet.logic.Logic;
import io.quintet.logic.Reply;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** The shapes of logic that can give any reply, each made from one function on the wire's bytes as text. */
enum Shape {
    INLINE {
        @Override
        Logic of(Function<String, Reply> function) {
            return (InlineLogic) (request, answer) -> {
                Reply reply = function.apply(RawPeer.text(request.payload().toBytes()));
                reply.payload().ifPresentOrElse(answer::append, answer::none);
                if (reply.closes()) {
                    answer.thenClose();
                }
            };
        }
    },
    ASYNC_AT_ONCE {
        @Override
        Logic of(Function<String, Reply> function) {
            return (AsyncLogic)
                    (request, connection) -> CompletableFuture.completedFuture(function.apply(RawPeer.text(request)));
        }
    },
    ASYNC_LATER {
        @Override
        Logic of(Function<String, Reply> function) {
            return (AsyncLogic)
                    (request, connection) -> CompletableFuture.supplyAsync(() -> function.apply(RawPeer.text(request)));
        }
    },
    BLOCKING {
        @Override
        Logic of(Function<String, Reply> function) {
            return (BlockingLogic) (request, connection) -> function.apply(RawPeer.text(request));
        }
    };

    abstract Logic of(Function<String, Reply> function);

    /** Answers with these bytes. */
    static Reply reply(String bytes) {
        return Reply.of(RawPeer.bytes(bytes));
    }
}
