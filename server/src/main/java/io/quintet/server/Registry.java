package io.quintet.server;

import io.quintet.logic.Connection;
import io.quintet.logic.Connections;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** The open connections of one server, by id. Safe from any thread. */
final class Registry implements Connections {
    private final ConcurrentMap<Long, PeerConnection> connections = new ConcurrentHashMap<>();
    private final AtomicLong lastId = new AtomicLong();

    /** An id that no connection has had. */
    long nextId() {
        return lastId.incrementAndGet();
    }

    void add(PeerConnection connection) {
        connections.put(connection.id(), connection);
    }

    void remove(PeerConnection connection) {
        connections.remove(connection.id());
    }

    @Override
    public int count() {
        return connections.size();
    }

    @Override
    public Optional<Connection> find(long id) {
        return Optional.ofNullable(connections.get(id));
    }

    @Override
    public void forEach(Consumer<Connection> action) {
        connections.values().forEach(action);
    }

    @Override
    public int broadcast(byte[] payload) {
        int accepted = 0;
        for (PeerConnection connection : connections.values()) {
            if (connection.push(payload) == Connection.PushResult.ACCEPTED) {
                accepted++;
            }
        }
        return accepted;
    }
}
