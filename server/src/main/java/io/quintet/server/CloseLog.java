package io.quintet.server;

import io.quintet.logic.AddressText;
import io.quintet.protocol.CloseReason;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Says in one line why a connection ends; a normal end only at debug, and any other one unless there are too many. Safe
 * from any thread.
 */
final class CloseLog {
    private static final Logger LOG = LoggerFactory.getLogger("io.quintet.server.connection");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\u2028\\u2029]");
    private static final int MOST_SHOWN = 500;

    private final LineLimit lines;

    CloseLog(LineLimit lines) {
        this.lines = lines;
    }

    void closing(PeerConnection connection, Link link, CloseReason reason, String detail) {
        if (!reason.isNormal()) {
            lines.log(reason, connection.eventLoop(), () -> write(connection, link, reason, detail));
        } else if (LOG.isDebugEnabled()) {
            write(connection, link, reason, detail);
        }
    }

    private static void write(PeerConnection connection, Link link, CloseReason reason, String detail) {
        String gap = detail.isEmpty() ? "" : ": ";
        String shown = printable(detail) + (link.isTruncated() ? "; without TLS's close_notify" : "");
        LOG.atLevel(level(reason))
                .log(
                        "closed {}: connection {} from {}{}{}{}",
                        reason.code(),
                        connection.id(),
                        AddressText.of(connection.remoteAddress()),
                        subject(connection),
                        gap,
                        shown);
    }

    private static Level level(CloseReason reason) {
        if (reason.isNormal()) {
            return Level.DEBUG;
        }
        return reason == CloseReason.INTERNAL_ERROR ? Level.ERROR : Level.INFO;
    }

    private static String subject(PeerConnection connection) {
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
