package io.quintet.server;

import io.quintet.logic.AddressText;
import io.quintet.logic.Connection;
import io.quintet.protocol.CloseReason;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in one line why a connection ends; a normal end only at debug. */
final class CloseLog {
    private static final Logger LOG = LoggerFactory.getLogger("io.quintet.server.connection");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\u2028\\u2029]");
    private static final int MOST_SHOWN = 500;

    private final Connection connection;
    private final Link link;

    CloseLog(Connection connection, Link link) {
        this.connection = connection;
        this.link = link;
    }

    void closing(CloseReason reason, String detail) {
        String line = "closed {}: connection {} from {}{}{}{}";
        String gap = detail.isEmpty() ? "" : ": ";
        String shown = printable(detail) + (link.isTruncated() ? "; without TLS's close_notify" : "");
        Object[] facts = {
            reason.code(), connection.id(), AddressText.of(connection.remoteAddress()), subject(), gap, shown
        };
        if (reason.isNormal()) {
            LOG.debug(line, facts);
        } else if (reason == CloseReason.INTERNAL_ERROR) {
            LOG.error(line, facts);
        } else {
            LOG.info(line, facts);
        }
    }

    private String subject() {
        return connection.peerSubject().map(name -> " as " + printable(name)).orElse("");
    }

    /** A logic may fail with what the peer sent as its message: it stays one line of bounded length. */
    static String printable(String detail) {
        String cut = detail.length() > MOST_SHOWN ? detail.substring(0, MOST_SHOWN) + "..." : detail;
        return CONTROL.matcher(cut)
                .replaceAll(
                        found -> String.format("\\\\x%02x", (int) found.group().charAt(0)));
    }
}
