package io.quintet.exec;

import io.quintet.logic.Reply;
import java.util.concurrent.CompletableFuture;

/** One request on its way to a worker and back. Safe from any thread. */
final class Job {
    private final byte[] request;
    private final CompletableFuture<Reply> reply = new CompletableFuture<>();

    Job(byte[] request) {
        this.request = request;
    }

    /** The payload, not to be changed. */
    byte[] request() {
        return request;
    }

    /** Completed by the worker's answer, or before that by whoever asked and has given up. */
    CompletableFuture<Reply> reply() {
        return reply;
    }

    /** Whether nobody waits for the answer any more. */
    boolean isGivenUp() {
        return reply.isDone();
    }

    void fail(String why) {
        reply.completeExceptionally(new WorkerException(why));
    }
}
