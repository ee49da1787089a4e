package io.quintet.load;

import io.netty.channel.EventLoop;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Requests at even intervals, whatever the answers do. One that finds no room, since every connection has as many in
 * flight as it may, waits here; its latency counts from when it was due all the same.
 */
final class OpenPacing implements Pacing {
    private final EventLoop loop;
    private final Meter meter;
    private final double interval;
    private final List<LoadConnection> touched = new ArrayList<>();
    private List<LoadConnection> connections = List.of();
    private Budget budget = Budget.unlimited();
    private long origin;
    private long sent;
    private long last = Long.MAX_VALUE;
    private int turn;
    private boolean late;

    /** @param interval nanoseconds from one request of this loop to its next */
    OpenPacing(EventLoop loop, Meter meter, double interval) {
        this.loop = loop;
        this.meter = meter;
        this.interval = interval;
    }

    @Override
    public void begin(List<LoadConnection> connections) {
        this.connections = connections;
        origin = System.nanoTime();
        tick();
    }

    @Override
    public void spend(Budget budget) {
        this.budget = budget;
    }

    private void tick() {
        if (isDone()) {
            return;
        }
        long now = System.nanoTime();
        sendDue(now);
        long wait = Math.max(0, dueAt(Math.max(sent, dueBy(now))) - System.nanoTime());
        loop.schedule(this::tick, wait, TimeUnit.NANOSECONDS);
    }

    private void sendDue(long now) {
        long due = Math.min(last, dueBy(now));
        while (sent < due && !late) {
            LoadConnection connection = nextWithRoom();
            late = connection == null;
            if (connection != null && budget.take(1) == 1) {
                meter.recordLateness(now - dueAt(sent));
                connection.add(1, dueAt(sent++));
                touched.add(connection);
            } else if (connection != null) {
                break;
            }
        }
        touched.forEach(LoadConnection::send);
        touched.clear();
    }

    /** How many are due by then. */
    private long dueBy(long now) {
        return (long) ((now - origin) / interval) + 1;
    }

    private long dueAt(long index) {
        return origin + (long) (index * interval);
    }

    private @Nullable LoadConnection nextWithRoom() {
        for (int i = 0; i < connections.size(); i++) {
            turn = turn + 1 < connections.size() ? turn + 1 : 0;
            if (connections.get(turn).room() > 0) {
                return connections.get(turn);
            }
        }
        return null;
    }

    @Override
    public void onRoom(LoadConnection connection, int answers, long now) {
        if (!late) {
            return;
        }
        long due = Math.min(last, dueBy(now));
        while (sent < due && connection.room() > 0 && budget.take(1) == 1) {
            connection.add(1, dueAt(sent++));
        }
        late = sent < due && !budget.isSpent();
        connection.send();
    }

    @Override
    public void stop() {
        last = Math.max(sent, dueBy(System.nanoTime()));
    }

    @Override
    public boolean isDone() {
        return sent >= last || budget.isSpent();
    }

    @Override
    public long overdue() {
        return last == Long.MAX_VALUE || budget.isSpent() ? 0 : last - sent;
    }
}
