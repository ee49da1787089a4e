package io.quintet.server;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.quintet.logic.Connection;
import io.quintet.logic.Reply;
import io.quintet.protocol.FrameScanner;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Objects;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;

/**
 * Answers requests whose logic may take its time. They wait in a queue, so that answers leave in request order, or each
 * as soon as it is there where that was asked for.
 */
final class QueuedPath implements AnswerPath {
    private final Exchange exchange;
    private final Parts parts;
    private final LoopClock clock;
    private final Executor blockingThreads;
    private final boolean inRequestOrder;
    private final Service service;
    private int maxInFlight;
    private final ArrayDeque<Call> calls = new ArrayDeque<>();
    private Chain chain;
    private boolean proceedScheduled;

    QueuedPath(Service service, Exchange exchange, Chain chain) {
        this.service = service;
        this.exchange = exchange;
        this.parts = exchange.parts();
        this.clock = parts.clock();
        this.chain = chain;
        this.blockingThreads = service.blockingThreads();
        this.inRequestOrder = service.answersInRequestOrder();
    }

    @Override
    public void begin(ByteBuf in) {
        maxInFlight = service.maxInFlight();
    }

    @Override
    public boolean answer(ByteBuf in, FrameScanner frame) {
        byte[] request = ByteBufUtil.getBytes(in, frame.payloadStart(), frame.payloadLength());
        Call call = new Call(this, chain, request, clock.now());
        calls.add(call);
        call.run();
        return settle();
    }

    @Override
    public boolean echo(ByteBuf in, FrameScanner frame) {
        calls.add(Call.answered(this, chain, new byte[0]));
        return settle();
    }

    @Override
    public void finish(ByteBuf in, int requests) {
        parts.tally().publish();
        parts.output().flush();
        parts.input().keep(in);
    }

    /** Writes the answers whose turn it is. Whether the next request may follow. */
    private boolean settle() {
        int before = calls.size();
        boolean goesOn = inRequestOrder ? writeThoseInFront() : writeAllThatAreDone();
        parts.tally().settled(before - calls.size());
        if (!goesOn) {
            return false;
        }
        if (parts.output().hasEnough()) {
            parts.output().flush();
        }
        return calls.size() < maxInFlight && parts.output().isWritable();
    }

    private boolean writeThoseInFront() {
        boolean goesOn = true;
        while (goesOn && !calls.isEmpty() && calls.element().isDone()) {
            goesOn = write(calls.remove());
        }
        return goesOn;
    }

    private boolean writeAllThatAreDone() {
        boolean goesOn = true;
        for (Iterator<Call> waiting = calls.iterator(); goesOn && waiting.hasNext(); ) {
            Call call = waiting.next();
            if (call.isDone()) {
                waiting.remove();
                goesOn = write(call);
            }
        }
        return goesOn;
    }

    private boolean write(Call call) {
        call.release();
        Failures failures = exchange.failures();
        AnswerWriter writer = exchange.writer();
        Throwable failure = call.failure();
        if (failure instanceof TimedOut) {
            return failures.logicTimedOut(writer);
        }
        if (failure != null) {
            return failures.logicFailed(failure, writer);
        }
        Reply reply = Objects.requireNonNull(call.reply());
        if (reply.payload().isEmpty()) {
            parts.tally().unanswered();
        } else if (!writer.write(parts.output().buffer(), reply.payload().get())) {
            return failures.answerTooLong(writer);
        }
        return !reply.closes() || failures.closedByLogic();
    }

    @Override
    public void use(Chain newer) {
        chain = newer;
    }

    /** A call has a result that did not come at once. Those that come together are written together. */
    void progressed() {
        if (parts.closing().isDecided()) {
            return;
        }
        settle();
        parts.tally().publish();
        if (!proceedScheduled) {
            proceedScheduled = true;
            execute(() -> {
                proceedScheduled = false;
                exchange.proceed();
            });
        }
    }

    @Override
    public void timeOut(Duration timeout) {
        boolean any = false;
        for (Call call : calls) {
            if (!call.isDone() && clock.hasPassed(timeout, call.startedAt())) {
                call.cancel(new TimedOut());
                any = true;
            }
        }
        if (any) {
            progressed();
        }
    }

    @Override
    public int inFlight() {
        return calls.size();
    }

    @Override
    public int abandon() {
        int unanswered = calls.size();
        calls.forEach(call -> {
            call.cancel(new CancellationException("connection closed"));
            call.release();
        });
        calls.clear();
        parts.tally().abandoned(unanswered);
        return unanswered;
    }

    Connection connection() {
        return parts.peer();
    }

    Executor blockingThreads() {
        return blockingThreads;
    }

    boolean isPushing() {
        return parts.peer().isPushing();
    }

    boolean inEventLoop() {
        return parts.peer().eventLoop().inEventLoop();
    }

    void execute(Runnable task) {
        parts.peer().eventLoop().execute(task);
    }

    /** What a call fails with whose logic took too long. */
    private static final class TimedOut extends Exception {
        private static final long serialVersionUID = 1L;
    }
}
