package io.quintet.server;

import io.quintet.logic.AsyncLogic;
import io.quintet.logic.BlockingLogic;
import io.quintet.logic.Connection;
import io.quintet.logic.InPlaceLogic;
import io.quintet.logic.Logic;
import java.util.List;

/**
 * The logics that a request goes through, one after the other. Safe from any thread.
 *
 * @param stages at least one
 */
record Chain(List<Logic> stages) {
    Chain {
        stages = List.copyOf(stages);
        if (stages.isEmpty()) {
            throw new IllegalArgumentException("logic: none (expected: at least one)");
        }
    }

    /** Whether every answer is as long as its request. */
    boolean isInPlace() {
        return stages.stream().allMatch(InPlaceLogic.class::isInstance);
    }

    /** Whether an answer may come later. */
    boolean isDeferred() {
        return stages.stream().anyMatch(stage -> stage instanceof AsyncLogic || stage instanceof BlockingLogic);
    }

    void connected(Connection connection) {
        stages.forEach(stage -> stage.connected(connection));
    }

    void disconnected(Connection connection, String reason) {
        stages.forEach(stage -> stage.disconnected(connection, reason));
    }

    void close() {
        stages.forEach(Logic::close);
    }
}
