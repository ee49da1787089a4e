package io.quintet.server;

import io.quintet.logic.Connection;
import io.quintet.protocol.CloseReason;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in one line why a connection ends; a normal end only at debug. */
final class CloseLog {
    private static final Logger LOG = LoggerFactory.getLogger("io.quintet.server.connection");

    private final Connection connection;

    CloseLog(Connection connection) {
        this.connection = connection;
    }

    void closing(CloseReason reason, String detail) {
        String line = "closed {}: connection {} from {}{}{}";
        String gap = detail.isEmpty() ? "" : ": ";
        Object[] facts = {reason.code(), connection.id(), PeerAddress.text(connection.remoteAddress()), gap, detail};
        if (reason.isNormal()) {
            LOG.debug(line, facts);
        } else if (reason == CloseReason.INTERNAL_ERROR) {
            LOG.error(line, facts);
        } else {
            LOG.info(line, facts);
        }
    }
}
