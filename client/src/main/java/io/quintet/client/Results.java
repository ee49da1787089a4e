package io.quintet.client;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells callers what became of their calls, and gives the calls' places back. On the event loop only. */
final class Results {
    private static final byte[] NOTHING = {};

    private final Notices notices;
    private final Slots slots;

    Results(Notices notices, Slots slots) {
        this.notices = notices;
        this.slots = slots;
    }

    void succeed(Call call, byte[] answer) {
        if (!call.done) {
            call.done = true;
            slots.giveBack();
            notices.answered(answer.length, System.nanoTime() - call.started);
            call.result.complete(answer);
        }
    }

    void failNow(Call call, ClientException why) {
        if (!call.done) {
            slots.giveBack();
            failForNow(call, why);
        }
    }

    /** Fails a call that keeps its place in flight, for its late answer to find. */
    void failForNow(Call call, ClientException why) {
        call.done = true;
        notices.failed(why);
        call.result.completeExceptionally(why);
    }

    /** Fails and removes all of them; a call that timed out before gives its place back. */
    void failAll(Collection<Call> calls, ClientException why) {
        List<Call> failing = List.copyOf(calls);
        calls.clear();
        for (Call call : failing) {
            if (call.done) {
                forget();
            } else {
                failNow(call, why.forRequest(call.sent));
            }
        }
    }

    /** The answer of a call that had timed out. */
    void late(byte[] answer) {
        forget();
        notices.late(answer.length);
    }

    /** Gives back the place of a call that had timed out. */
    void forget() {
        slots.giveBack();
    }

    /** The bytes of calls without an answer have left, or could not. */
    void written(List<Call> calls, @Nullable Throwable cause, Failures failures) {
        for (Call call : calls) {
            if (cause != null) {
                failNow(call, failures.broken(cause));
            } else if (!call.done) {
                call.done = true;
                slots.giveBack();
                call.result.complete(NOTHING);
            }
        }
    }
}
