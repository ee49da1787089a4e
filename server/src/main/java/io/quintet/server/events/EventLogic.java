package io.quintet.server.events;

import io.quintet.logic.AsyncLogic;
import io.quintet.logic.Connection;
import io.quintet.logic.Reply;
import io.quintet.protocol.CloseReason;
import java.util.concurrent.CompletionStage;

/** The logic that answers nothing itself and puts everything into a queue. */
record EventLogic(EventQueue queue) implements AsyncLogic {
    @Override
    public void connected(Connection connection) {
        if (!queue.connected(connection.id(), connection.remoteAddress())) {
            connection.close();
        }
    }

    @Override
    public CompletionStage<Reply> answer(byte[] request, Connection connection) {
        return queue.received(connection.id(), request);
    }

    @Override
    public void disconnected(Connection connection, String reason) {
        queue.disconnected(connection.id(), CloseReason.of(reason).orElse(CloseReason.INTERNAL_ERROR));
    }

    @Override
    public void close() {
        queue.end();
    }
}
