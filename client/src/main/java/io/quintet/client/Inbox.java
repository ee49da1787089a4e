package io.quintet.client;

import io.netty.channel.EventLoop;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;

/** Hands calls from any thread to the event loop, all that have gathered at a time. Safe from any thread. */
final class Inbox {
    private final Queue<Call> calls = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean awaited = new AtomicBoolean();
    private final EventLoop loop;
    private final Conversation conversation;

    Inbox(EventLoop loop, Conversation conversation) {
        this.loop = loop;
        this.conversation = conversation;
    }

    void put(Call call) {
        calls.add(call);
        if (awaited.compareAndSet(false, true)) {
            execute(this::deliver);
        }
    }

    /** Runs an order to the conversation behind the calls that were put before it. */
    void order(Runnable order) {
        execute(() -> {
            deliver();
            order.run();
        });
    }

    /** Without its loops the client is over: nobody else is on the conversation then. */
    private void execute(Runnable task) {
        try {
            loop.execute(task);
        } catch (RejectedExecutionException e) {
            conversation.closeNow();
            deliver();
        }
    }

    private void deliver() {
        awaited.set(false);
        for (Call call = calls.poll(); call != null; call = calls.poll()) {
            conversation.submit(call);
        }
        conversation.flush();
    }
}
