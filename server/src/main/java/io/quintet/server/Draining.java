package io.quintet.server;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.RecvByteBufAllocator;
import io.quintet.protocol.CloseReason;
import java.util.concurrent.TimeUnit;

/**
 * Ends one connection without losing a request that was sent before the drain began: only when the socket has been seen
 * empty since, and all that was read is answered. Confined to the connection's event loop.
 */
final class Draining {
    /** Time after which a socket that is being read and gave nothing is empty, in milliseconds. */
    private static final long QUIET_MILLIS = 50;

    private final ChannelHandlerContext context;
    private final Exchange exchange;
    private boolean seenEmpty;
    private boolean sawRead;

    Draining(ChannelHandlerContext context, Exchange exchange) {
        this.context = context;
        this.exchange = exchange;
        lookAgain();
    }

    /** Called after each turn of reads: a short one has emptied the socket. */
    @SuppressWarnings("deprecation")
    void readCompleted() {
        sawRead = true;
        RecvByteBufAllocator.Handle reads = context.channel().unsafe().recvBufAllocHandle();
        if (reads.lastBytesRead() < reads.attemptedBytesRead()) {
            seenEmpty = true;
        }
        endIfSettled();
    }

    private void lookAgain() {
        boolean couldRead = !exchange.isPaused();
        sawRead = false;
        context.executor()
                .schedule(
                        () -> {
                            seenEmpty |= couldRead && !sawRead && !exchange.isPaused();
                            if (context.channel().isActive() && !endIfSettled()) {
                                lookAgain();
                            }
                        },
                        QUIET_MILLIS,
                        TimeUnit.MILLISECONDS);
    }

    private boolean endIfSettled() {
        if (seenEmpty && exchange.isSettled()) {
            exchange.end(CloseReason.DRAINED, "");
            return true;
        }
        return false;
    }
}
