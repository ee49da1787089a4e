package io.quintet.server;

import io.netty.channel.WriteBufferWaterMark;
import io.quintet.config.Access;
import io.quintet.config.AnswerOrder;
import io.quintet.config.Answering;
import io.quintet.config.Limits;
import io.quintet.config.Rates;
import io.quintet.config.ServerSettings;
import io.quintet.config.Timeouts;
import io.quintet.config.Turnover;
import io.quintet.config.WriteBuffer;
import io.quintet.logic.Connection;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

/** What all connections of one server share. Safe from any thread. */
final class Service {
    private volatile ServerSettings settings;
    private volatile WriteBufferWaterMark writeBufferMarks;
    private final AnswerWriter writer;
    private final BlockingThreads blockingThreads = new BlockingThreads();
    private final Registry registry = new Registry();
    private final ServerCounts counts = new ServerCounts();
    private final RareLog traces = new RareLog();
    private final LineLimit lines = new LineLimit(System::nanoTime);
    private final CloseLog closeLog = new CloseLog(lines);
    private final Lobby lobby = new Lobby(lines);
    private final MemoryBudget memory;
    private final AtomicInteger unanswered = new AtomicInteger();
    private final Object chainLock = new Object();
    private volatile Chain chain;
    private volatile boolean draining;
    private volatile boolean stopped;

    Service(ServerSettings settings, Chain chain) {
        this.settings = settings;
        this.writeBufferMarks = marks(settings);
        this.writer = new AnswerWriter(
                settings.framing().writer(), settings.answering().telnet());
        this.chain = chain;
        this.memory = new MemoryBudget(settings.limits().memoryPercent());
    }

    ServerSettings settings() {
        return settings;
    }

    /** Has limits, clocks and rules changed from now on; what else {@code newer} says is left out. */
    void change(ServerSettings newer) {
        settings = settings.withLimits(newer.limits())
                .withTimeouts(newer.timeouts())
                .withTurnover(newer.turnover())
                .withAccess(newer.access());
        writeBufferMarks = marks(settings);
        memory.change(newer.limits().memoryPercent());
    }

    private static WriteBufferWaterMark marks(ServerSettings settings) {
        WriteBuffer marks = settings.limits().writeBuffer();
        return new WriteBufferWaterMark(marks.low(), marks.high());
    }

    /** Unsent bytes at which a connection pauses and goes on. */
    WriteBufferWaterMark writeBufferMarks() {
        return writeBufferMarks;
    }

    Answering answering() {
        return settings.answering();
    }

    Limits limits() {
        return settings.limits();
    }

    Timeouts timeouts() {
        return settings.timeouts();
    }

    /** How fast each connection may send; a draining one is let off, so that what was sent is soon answered. */
    Rates rates() {
        return settings.limits().rates();
    }

    Turnover turnover() {
        return settings.turnover();
    }

    /** Requests of one connection being answered at once. */
    int maxInFlight() {
        int limit = settings.limits().maxInFlight();
        return limit == 0 ? Integer.MAX_VALUE : limit;
    }

    boolean answersInRequestOrder() {
        return answering().order() == AnswerOrder.REQUEST;
    }

    /** The chain for new requests, kept open until the caller releases it. */
    Chain useChain() {
        synchronized (chainLock) {
            return chain.use();
        }
    }

    /** Whether requests are to be answered by another chain than {@code used}. */
    boolean hasNewerThan(Chain used) {
        return chain != used;
    }

    /** Has new requests answered by {@code newer}; the chain until now is the caller's to retire. */
    Chain replaceChain(Chain newer) {
        synchronized (chainLock) {
            Chain older = chain;
            chain = newer;
            return older;
        }
    }

    Access access() {
        return settings.access();
    }

    /** What bounds the lines about the ends of connections. */
    LineLimit lines() {
        return lines;
    }

    CloseLog closeLog() {
        return closeLog;
    }

    /** What bounds the stack traces of failures that a peer may cause at will. */
    RareLog traces() {
        return traces;
    }

    Lobby lobby() {
        return lobby;
    }

    /** Whether a connection holds more bytes than it may: more than its share while memory is short. */
    boolean isTooMuch(long held) {
        return held > MemoryBudget.LEAST_SHARE && memory.isExceeded() && held > memory.share(registry.count());
    }

    MemoryBudget memory() {
        return memory;
    }

    Registry registry() {
        return registry;
    }

    /** Passes an event to the handler of each open connection. */
    void each(Object event) {
        registry.forEach((Connection connection) -> ((PeerConnection) connection).fire(event));
    }

    ServerCounts counts() {
        return counts;
    }

    Executor blockingThreads() {
        return blockingThreads;
    }

    Wire newWire() {
        return new Wire(settings.framing(), settings.framing().newScanner(), writer);
    }

    /** The fastest way that {@code with} can be answered on {@code exchange}. */
    AnswerPath newPath(Exchange exchange, Wire wire, Chain with) {
        if (with.isDeferred()) {
            return new QueuedPath(this, exchange, with);
        }
        Parts parts = exchange.parts();
        if (with.isInPlace() && wire.answersInPlace() && !Failures.mayReply(answering())) {
            return new InPlacePath(parts, exchange.failures(), wire.writer(), with);
        }
        return new AppendPath(parts, exchange.failures(), wire.writer(), with);
    }

    /** Whether connections are to end once they have answered what was sent. */
    boolean isDraining() {
        return draining;
    }

    /** Whether connections are to end whatever they have answered. */
    boolean isStopped() {
        return stopped;
    }

    /** From now on each new connection ends at once. */
    void stop() {
        stopped = true;
        lobby.close();
    }

    /** From now on each new connection drains at once. */
    void beginDraining() {
        draining = true;
    }

    /** Counts requests that a connection took with it while draining; before, its close reason says why. */
    void unanswered(int requests) {
        if (draining) {
            unanswered.addAndGet(requests);
        }
    }

    /** Requests received and not answered because the server ended. */
    int unanswered() {
        return unanswered.get();
    }

    /** Ends what the service itself started, and the logics. */
    void close() {
        blockingThreads.close();
        lines.close();
        chain.retire();
    }
}
