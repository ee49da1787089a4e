package io.quintet.logic.testing;

import io.quintet.logic.Connection;
import io.quintet.logic.Connection.PushResult;
import io.quintet.logic.Connections;
import io.quintet.logic.Logic;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** The connections of one {@link LogicTester}. Safe from any thread. */
final class OpenConnections implements Connections {
    private final Map<Long, TestConnection> open = new ConcurrentSkipListMap<>();
    private final AtomicLong lastId = new AtomicLong();

    TestConnection open(List<Logic> chain) {
        TestConnection connection = new TestConnection(lastId.incrementAndGet(), chain, this);
        open.put(connection.id(), connection);
        return connection;
    }

    /** Whether it was open. */
    boolean remove(Connection connection) {
        return open.remove(connection.id()) != null;
    }

    @Override
    public int count() {
        return open.size();
    }

    @Override
    public Optional<Connection> find(long id) {
        return Optional.ofNullable(open.get(id));
    }

    @Override
    public void forEach(Consumer<Connection> action) {
        open.values().forEach(action);
    }

    @Override
    public int broadcast(byte[] payload) {
        return (int) open.values().stream()
                .filter(connection -> connection.push(payload) == PushResult.ACCEPTED)
                .count();
    }
}
