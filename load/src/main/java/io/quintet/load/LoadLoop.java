package io.quintet.load;

import io.netty.channel.EventLoop;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** One event loop and its share of the connections. All but the constructor on the event loop. */
final class LoadLoop {
    private static final int CONNECTING_AT_ONCE = 64;
    private static final long TICK_MILLIS = 50;

    private final EventLoop loop;
    private final Share share;
    private final Script script;
    private final Opening opening;
    private final int pipeline;
    private final long timeoutNanos;
    private final Pacing pacing;
    private final Meter meter = new Meter();
    private final Faults faults = new Faults();
    private final List<LoadConnection> connections = new ArrayList<>();
    private final CompletableFuture<Void> allTried = new CompletableFuture<>();
    private final CompletableFuture<Void> finished = new CompletableFuture<>();
    private int tried;
    private int connecting;
    private int waiting;
    private long now = System.nanoTime();
    private long lastConnected = now;
    private boolean running;

    /**
     * A loop's part of the connections.
     *
     * @param first the number of its first one, over all loops
     * @param connections how many
     * @param loops how many loops there are
     */
    record Share(int first, int connections, int loops) {}

    LoadLoop(EventLoop loop, Share share, LoadPlan plan, Script script, Opening opening) {
        this.loop = loop;
        this.share = share;
        this.script = script;
        this.opening = opening;
        this.pipeline = plan.shape().pipeline();
        this.timeoutNanos = plan.target().timeout().toNanos();
        this.pacing = plan.shape().rate().isPresent()
                ? new OpenPacing(
                        loop, meter, 1e9 * share.loops() / plan.shape().rate().getAsDouble())
                : new ClosedPacing();
    }

    EventLoop loop() {
        return loop;
    }

    Meter meter() {
        return meter;
    }

    Faults faults() {
        return faults;
    }

    /** Done when every connection was tried once. */
    CompletableFuture<Void> allTried() {
        return allTried;
    }

    /** Done when all is sent and answered, or given up. */
    CompletableFuture<Void> finished() {
        return finished;
    }

    int connected() {
        return connections.size();
    }

    /** Reads the clock. */
    long look() {
        now = System.nanoTime();
        return now;
    }

    /** Begins to connect. */
    void open() {
        while (connecting < CONNECTING_AT_ONCE && tried < share.connections()) {
            connect();
        }
        if (tried == share.connections() && connecting == 0) {
            allTried.complete(null);
        }
    }

    private void connect() {
        var connection = new LoadConnection(this, script, pipeline, firstFrame(tried++));
        connecting++;
        opening.open(connection, cause -> {
            connection.release();
            connecting--;
            faults.add(FaultKind.CANNOT_CONNECT, 1, String.valueOf(cause.getMessage()));
            open();
        });
    }

    /** Connections begin at different frames, so that one with another's answers is noticed. */
    private int firstFrame(int index) {
        return (int) ((share.first() + index) * 7L % script.requests().count());
    }

    void opened(LoadConnection connection) {
        connecting--;
        connections.add(connection);
        if (running) {
            pacing.onRoom(connection, connection.room(), look());
        } else {
            open();
        }
    }

    /** Begins to send. */
    void begin() {
        running = true;
        lastConnected = look();
        loop.scheduleAtFixedRate(this::tick, TICK_MILLIS, TICK_MILLIS, TimeUnit.MILLISECONDS);
        pacing.begin(connections);
        finishIfDone();
    }

    /** What begins from now on is measured, and comes out of this budget; the time when. */
    long measure(Budget budget) {
        meter.measureFrom(look());
        pacing.spend(budget);
        return now;
    }

    void waits(int more) {
        waiting += more;
    }

    void answered(LoadConnection connection, int answers) {
        pacing.onRoom(connection, answers, now);
        finishIfDone();
    }

    void lost(LoadConnection connection, FaultKind kind, String text) {
        connections.remove(connection);
        int unanswered = connection.waiting();
        waiting -= unanswered;
        if (unanswered > 0 || kind != FaultKind.CLOSED || !pacing.isDone()) {
            faults.add(kind, unanswered, text);
        }
        finishIfDone();
    }

    private void tick() {
        long then = look() - timeoutNanos;
        for (LoadConnection connection : List.copyOf(connections)) {
            if (connection.waitsSince(then)) {
                connection.end(FaultKind.TIMEOUT, "none within " + TimeUnit.NANOSECONDS.toMillis(timeoutNanos) + " ms");
            }
        }
        if (!connections.isEmpty()) {
            lastConnected = now;
        } else if (lastConnected - then < 0) {
            giveUp();
        }
        if (running && !pacing.isDone()) {
            int missing = share.connections() - connections.size() - connecting;
            tried -= Math.min(missing, CONNECTING_AT_ONCE);
            open();
        }
        finishIfDone();
    }

    private void finishIfDone() {
        if (running && waiting == 0 && pacing.isDone()) {
            finished.complete(null);
        }
    }

    /** No more requests. */
    void stop() {
        pacing.stop();
        finishIfDone();
    }

    /** What is not sent and answered by now never is. */
    void giveUp() {
        pacing.stop();
        if (pacing.overdue() > 0) {
            faults.add(FaultKind.UNSENT, pacing.overdue(), "every connection had as many in flight as it may");
            pacing.spend(Budget.of(0));
        }
        for (LoadConnection connection : List.copyOf(connections)) {
            if (connection.waiting() > 0) {
                connection.end(FaultKind.TIMEOUT, "not answered when the load ended");
            }
        }
        finished.complete(null);
    }

    void close() {
        running = false;
        List.copyOf(connections).forEach(LoadConnection::close);
    }
}
