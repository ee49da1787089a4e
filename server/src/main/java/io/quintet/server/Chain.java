package io.quintet.server;

import io.quintet.logic.AsyncLogic;
import io.quintet.logic.BlockingLogic;
import io.quintet.logic.Connection;
import io.quintet.logic.InPlaceLogic;
import io.quintet.logic.InlineLogic;
import io.quintet.logic.Logic;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The logics that a request goes through, one after the other. Closed when it has been retired and the last connection
 * and call that use it have let go. Safe from any thread.
 */
final class Chain {
    private static final Logger LOG = LoggerFactory.getLogger(Chain.class);

    private final List<Logic> stages;
    private final InPlaceLogic[] leading;
    private final Appending[] appending;
    private final List<Consumer<Call>> steps;
    private final boolean deferred;
    private final CompletableFuture<Void> closed = new CompletableFuture<>();

    /** One of them is the server's own, until it retires the chain. */
    private final AtomicInteger users = new AtomicInteger(1);

    Chain(List<Logic> stages) {
        this.stages = List.copyOf(stages);
        if (stages.isEmpty()) {
            throw new IllegalArgumentException("logic: none (expected: at least one)");
        }
        this.leading = inPlaceFrom(0);
        this.appending = IntStream.range(0, stages.size())
                .filter(i -> stages.get(i) instanceof InlineLogic)
                .mapToObj(i -> new Appending((InlineLogic) stages.get(i), inPlaceFrom(i + 1)))
                .toArray(Appending[]::new);
        this.steps = stages.stream().map(Call::step).toList();
        this.deferred =
                stages.stream().anyMatch(stage -> stage instanceof AsyncLogic || stage instanceof BlockingLogic);
    }

    private InPlaceLogic[] inPlaceFrom(int index) {
        return stages.stream()
                .skip(index)
                .takeWhile(InPlaceLogic.class::isInstance)
                .toArray(InPlaceLogic[]::new);
    }

    /** At least one. */
    List<Logic> stages() {
        return stages;
    }

    /** Whether every answer is as long as its request. */
    boolean isInPlace() {
        return leading.length == stages.size();
    }

    /** The stages in front that answer in place, in an array that all connections share. */
    InPlaceLogic[] leading() {
        return leading;
    }

    /** The stages that append, each with those behind it that answer in place, in an array that all connections share. */
    Appending[] appending() {
        return appending;
    }

    /** What a call does at the stage of that index. */
    Consumer<Call> step(int index) {
        return steps.get(index);
    }

    /** Whether an answer may come later. */
    boolean isDeferred() {
        return deferred;
    }

    /** Tells every logic of a new connection; throws what the first of them threw. */
    void connected(Connection connection) {
        stages.forEach(stage -> stage.connected(connection));
    }

    /** Tells every logic of a connection's end, whatever the others make of it. */
    void disconnected(Connection connection, String reason) {
        for (Logic stage : stages) {
            try {
                stage.disconnected(connection, reason);
            } catch (Throwable failure) {
                LOG.warn("logic failed at the end of connection {}: {}", connection.id(), failure.toString());
            }
        }
    }

    /** Keeps the chain open until {@link #release}. */
    Chain use() {
        users.incrementAndGet();
        return this;
    }

    /** Ends one {@link #use}; the last one closes the logics. */
    void release() {
        if (users.decrementAndGet() == 0) {
            stages.forEach(Chain::close);
            closed.complete(null);
        }
    }

    /** What one logic makes of its end keeps neither the others nor the server from theirs. */
    private static void close(Logic stage) {
        try {
            stage.close();
        } catch (Throwable failure) {
            LOG.error("logic failed to close", failure);
        }
    }

    /** Ends the server's own use; done when the logics are closed. */
    CompletableFuture<Void> retire() {
        release();
        return closed;
    }

    /** A logic that appends, and those right behind it that change its answer in place. */
    static final class Appending {
        final InlineLogic logic;
        final InPlaceLogic[] after;

        Appending(InlineLogic logic, InPlaceLogic[] after) {
            this.logic = logic;
            this.after = after;
        }
    }
}
