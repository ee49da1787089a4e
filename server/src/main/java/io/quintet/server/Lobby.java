package io.quintet.server;

import io.netty.channel.Channel;
import io.netty.util.AttributeKey;
import io.quintet.logic.AddressText;
import io.quintet.protocol.CloseReason;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The connections that were accepted and have yet to show whom they are from. Safe from any thread. */
final class Lobby {
    private static final Logger LOG = LoggerFactory.getLogger("io.quintet.server.connection");

    private static final AttributeKey<CloseReason> REASON = AttributeKey.valueOf(Lobby.class, "reason");

    private final Set<Channel> waiting = ConcurrentHashMap.newKeySet();
    private final LineLimit lines;
    private volatile boolean closed;

    Lobby(LineLimit lines) {
        this.lines = lines;
    }

    void enter(Channel channel) {
        waiting.add(channel);
        if (closed) {
            stop(channel);
        }
    }

    void leave(Channel channel) {
        waiting.remove(channel);
    }

    /** Turns away a connection for what its peer did. */
    void reject(Channel channel, CloseReason reason, String detail) {
        rejected(channel, reason, detail);
        channel.close();
    }

    /** Says that a connection is turned away; the line is one of a bounded number. */
    void rejected(Channel channel, CloseReason reason, String detail) {
        note(channel, reason);
        lines.log(
                reason,
                channel.eventLoop(),
                () -> LOG.info(
                        "closed {}: connection from {}: {}",
                        reason.code(),
                        AddressText.of(PeerAddress.of(channel)),
                        CloseLog.printable(detail)));
    }

    /** Lets go of a connection whose peer left without a byte, as those do that only look whether a port is open. */
    void dismiss(Channel channel, CloseReason reason) {
        note(channel, reason);
        LOG.debug(
                "closed {}: connection from {}: nothing sent", reason.code(), AddressText.of(PeerAddress.of(channel)));
        channel.close();
    }

    /** Ends all that wait, and all that still come. */
    void close() {
        closed = true;
        waiting.forEach(Lobby::stop);
    }

    private static void stop(Channel channel) {
        note(channel, CloseReason.SERVER_STOPPED);
        channel.close();
    }

    /** Keeps why a connection ends that was never served; the first reason stands. */
    static void note(Channel channel, CloseReason reason) {
        channel.attr(REASON).setIfAbsent(reason);
    }

    /** Why such a connection has ended. */
    static CloseReason reasonOf(Channel channel) {
        CloseReason noted = channel.attr(REASON).get();
        return noted == null ? CloseReason.PEER_RESET : noted;
    }
}
