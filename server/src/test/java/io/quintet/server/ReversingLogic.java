package io.quintet.server;

import io.quintet.logic.AsyncLogic;
import io.quintet.logic.InPlaceLogic;
import io.quintet.logic.InlineLogic;
import io.quintet.logic.Logic;
import io.quintet.logic.LogicCatalog;
import io.quintet.logic.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;

/** A logic that reverses payloads, in one of the shapes; what is answered later is answered in any order. */
final class ReversingLogic {
    private static final InPlaceLogic REVERSE =
            (InPlaceLogic) LogicCatalog.ofClassPath().create("reverse");
    private static final List<String> SHAPES = List.of("in place", "inline", "at once", "later");

    private final int choice;
    private final Random random;
    private final List<Runnable> waiting = new ArrayList<>();

    ReversingLogic(int choice) {
        this.choice = choice;
        this.random = new Random(choice);
    }

    String shape() {
        return SHAPES.get(choice % SHAPES.size());
    }

    /** Whether what is read next lands behind what is kept, as most transports do it. */
    boolean readsBehindRest() {
        return choice / SHAPES.size() % 2 == 0;
    }

    Logic logic() {
        return switch (shape()) {
            case "in place" -> REVERSE;
            case "inline" ->
                (InlineLogic) (request, answer) ->
                        answer.append(reversed(request.payload().toBytes()));
            case "at once" ->
                (AsyncLogic) (request, connection) -> CompletableFuture.completedFuture(Reply.of(reversed(request)));
            default -> (AsyncLogic) (request, connection) -> later(Reply.of(reversed(request)));
        };
    }

    private static byte[] reversed(byte[] payload) {
        return RawPeer.bytes(new StringBuilder(RawPeer.text(payload)).reverse().toString());
    }

    private CompletableFuture<Reply> later(Reply reply) {
        CompletableFuture<Reply> answer = new CompletableFuture<>();
        waiting.add(() -> answer.complete(reply));
        return answer;
    }

    /** Gives some of the answers that are due; whether there were any. */
    boolean answerSome() {
        int count = waiting.isEmpty() ? 0 : 1 + random.nextInt(waiting.size());
        for (int i = 0; i < count; i++) {
            waiting.remove(random.nextInt(waiting.size())).run();
        }
        return count > 0;
    }
}
