package io.quintet.server;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.RecvByteBufAllocator;
import io.quintet.config.Rates;
import io.quintet.protocol.CloseReason;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Ends one connection without losing a request that was sent before the drain began. That its socket was seen empty once
 * says little, since more may be on its way: in the peer's send buffer while reading was paused, or as a last short
 * segment. Only one that stays quiet for a while, with all that was read answered, has ended. A peer that is never quiet
 * is not waited for forever. Confined to the connection's event loop.
 */
final class Draining {
    /** Why a connection is drained. As an event of its channel it begins the drain. */
    enum Cause {
        /** The server is to end. */
        END(CloseReason.DRAINED),
        /** It has been open for long enough; it may finish the frame it has begun. */
        AGE(CloseReason.MAX_AGE);

        private final CloseReason reason;

        Cause(CloseReason reason) {
            this.reason = reason;
        }
    }

    private static final long LOOK_MILLIS = 50;

    /**
     * Looks in a row at a socket that is being read and gave nothing, after which it has nothing more to give. Together
     * longer than the 200 ms that Linux may delay an acknowledgement which the last, short segment of a peer without
     * TCP_NODELAY waits for (RFC 1122, sections 4.2.3.2 and 4.2.3.4).
     */
    private static final int QUIET_LOOKS = 5;

    /** Looks after which one is enough in which reading kept up with a peer that still sends. */
    private static final int PATIENT_LOOKS = 10;

    private final ChannelHandlerContext context;
    private final Exchange exchange;
    private final Cause cause;
    private final long mostLooks;
    private int looks;
    private int quietLooks;
    private boolean sawRead;
    private boolean keptUp;
    private boolean ended;

    /** @param timeout the drain's; reading ends at half of it, which leaves the other half for answers */
    Draining(ChannelHandlerContext context, Exchange exchange, Cause cause, Duration timeout) {
        this.context = context;
        this.cause = cause;
        this.exchange = exchange;
        this.mostLooks = timeout.isZero() ? Long.MAX_VALUE : timeout.toMillis() / 2 / LOOK_MILLIS;
        exchange.limitRates(Rates.OFF);
        lookAgain();
    }

    /** Called after each turn of reads: a short one has emptied the socket. */
    @SuppressWarnings("deprecation")
    void readCompleted() {
        RecvByteBufAllocator.Handle reads = context.channel().unsafe().recvBufAllocHandle();
        sawRead = true;
        keptUp = reads.lastBytesRead() < reads.attemptedBytesRead();
        endIfSettled();
    }

    private void lookAgain() {
        boolean couldRead = exchange.parts().pauses().allowDecoding();
        int pauses = exchange.parts().pauses().times();
        sawRead = false;
        keptUp = true;
        context.executor()
                .schedule(
                        () -> looked(couldRead && exchange.parts().pauses().times() == pauses),
                        LOOK_MILLIS,
                        TimeUnit.MILLISECONDS);
    }

    private void looked(boolean couldReadAllTheTime) {
        looks++;
        quietLooks = couldReadAllTheTime && !sawRead ? quietLooks + 1 : 0;
        ended |= quietLooks == QUIET_LOOKS || (looks > PATIENT_LOOKS && couldReadAllTheTime && keptUp);
        if (looks >= mostLooks) {
            exchange.end(cause.reason, "");
        } else if (context.channel().isActive() && !endIfSettled()) {
            lookAgain();
        }
    }

    private boolean endIfSettled() {
        if (ended && exchange.isSettled() && !isWorthWaitingFor()) {
            exchange.end(cause.reason, "");
            return true;
        }
        return false;
    }

    /** The rest of a frame, where nothing is in a hurry. */
    private boolean isWorthWaitingFor() {
        return cause == Cause.AGE && exchange.parts().input().waiting() > 0;
    }
}
