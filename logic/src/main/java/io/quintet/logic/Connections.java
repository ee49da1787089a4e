package io.quintet.logic;

import java.util.Optional;
import java.util.function.Consumer;

/** The open connections of one server. Safe from any thread. */
public interface Connections {
    /** How many there are. */
    int count();

    /** The connection of this id, while it is open. */
    Optional<Connection> find(long id);

    /** Calls {@code action} for each; those that come or go meanwhile may be missed. */
    void forEach(Consumer<Connection> action);

    /**
     * Pushes one frame to each.
     *
     * @return how many accepted it
     */
    int broadcast(byte[] payload);
}
