package io.quintet.server;

import io.netty.channel.Channel;
import io.quintet.protocol.CloseReason;

/**
 * Ends a connection whose peer has reset it without the channel hearing of that. On io_uring Netty waits for what is new on
 * a socket; a reset that came before the last read was done is not. So when a connection falls quiet, its socket is asked
 * once. Confined to the connection's event loop.
 */
final class ResetWatch extends LoopClock.Watcher {
    private final Channel channel;
    private final Exchange exchange;
    private boolean wasRead;
    private boolean unasked;

    ResetWatch(Channel channel, Exchange exchange) {
        this.channel = channel;
        this.exchange = exchange;
    }

    /** Something was read just now. */
    void readCompleted() {
        wasRead = true;
    }

    @Override
    void tick(long now) {
        if (wasRead) {
            wasRead = false;
            unasked = true;
        } else if (unasked) {
            unasked = false;
            if (Transport.isGone(channel)) {
                exchange.abort(CloseReason.PEER_RESET, "");
            }
        }
    }
}
