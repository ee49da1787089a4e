package io.quintet.load;

import java.util.List;

/** The next request as soon as an answer is there: each connection has as many in flight as it may. */
final class ClosedPacing implements Pacing {
    private Budget budget = Budget.unlimited();
    private boolean stopped;

    @Override
    public void begin(List<LoadConnection> connections) {
        for (LoadConnection connection : List.copyOf(connections)) {
            onRoom(connection, connection.room(), System.nanoTime());
        }
    }

    @Override
    public void spend(Budget budget) {
        this.budget = budget;
    }

    @Override
    public void onRoom(LoadConnection connection, int answers, long now) {
        int more = stopped ? 0 : budget.take(answers);
        if (more > 0) {
            connection.add(more, now);
            connection.send();
        }
    }

    @Override
    public void stop() {
        stopped = true;
    }

    @Override
    public boolean isDone() {
        return stopped || budget.isSpent();
    }

    @Override
    public long overdue() {
        return 0;
    }
}
