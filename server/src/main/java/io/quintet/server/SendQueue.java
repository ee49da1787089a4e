package io.quintet.server;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;

/**
 * The connections of one event loop that have answers to send. They are sent one right after the other when all that was
 * ready to be read has been, since a peer that is still busy with one answer need not be woken for the next. Confined to
 * its event loop.
 */
final class SendQueue implements Runnable {
    /** With an answer each, and one that is being read, they find room in the buffers that stay in the processor's cache. */
    private static final int MOST_WAITING = ReadMemory.MOST_BUFFERS / 2;

    private final Executor loop;
    private final Queue<Output> waiting = new ArrayDeque<>(MOST_WAITING);

    /** @param loop runs what it is given when it has read from all connections that were ready */
    SendQueue(Executor loop) {
        this.loop = loop;
    }

    /** Has {@code output} send soon. */
    void add(Output output) {
        if (waiting.isEmpty()) {
            loop.execute(this);
        }
        waiting.add(output);
        if (waiting.size() == MOST_WAITING) {
            run();
        }
    }

    /** Sends for all that wait now, not for those that come to wait meanwhile. */
    @Override
    public void run() {
        for (int left = waiting.size(); left > 0; left--) {
            waiting.remove().send();
        }
    }
}
