package io.quintet.server;

import io.quintet.config.Timeouts;
import io.quintet.protocol.CloseReason;
import java.time.Duration;

/** What one connection's clocks measure, looked at on every tick of its event loop. Confined to that loop. */
final class ConnectionTimes extends LoopClock.Watcher {
    private static final long NEVER = Long.MIN_VALUE;

    private final Exchange exchange;
    private final long opened;
    private long lastActivity;
    private long frameBegan = NEVER;
    private long lastProgress;
    private long sentBefore;
    private boolean aged;

    ConnectionTimes(Exchange exchange) {
        this.exchange = exchange;
        this.opened = clock().now();
        this.lastActivity = opened;
        this.lastProgress = opened;
    }

    private LoopClock clock() {
        return exchange.parts().clock();
    }

    /**
     * Called after each read.
     *
     * @param frameEnded whether it completed a frame
     * @param midFrame whether it left one incomplete
     */
    void read(boolean frameEnded, boolean midFrame) {
        if (frameEnded || midFrame) {
            lastActivity = clock().now();
        }
        if (!midFrame) {
            frameBegan = NEVER;
        } else if (frameEnded || frameBegan == NEVER) {
            frameBegan = clock().now();
        }
    }

    @Override
    void tick(long now) {
        noteProgress(now);
        if (isStuck()) {
            exchange.abort(CloseReason.WRITE_TIMEOUT, "answers unread for " + seconds(now - lastProgress));
        } else if (!exchange.parts().closing().isDecided()) {
            checkReading(now);
            checkAge();
            exchange.proceedInTime(now);
        }
    }

    private Timeouts timeouts() {
        return exchange.parts().service().timeouts();
    }

    private boolean isStuck() {
        Output output = exchange.parts().output();
        return output.unsent() > 0
                && clock().hasPassed(timeouts().write(), lastProgress)
                && !output.isMoving(timeouts().write().toMillis());
    }

    private void noteProgress(long now) {
        long sent = exchange.parts().output().sent();
        boolean progress = sent > sentBefore;
        sentBefore = sent;
        if (progress) {
            lastActivity = now;
            lastProgress = now;
        } else if (exchange.parts().output().unsent() == 0) {
            lastProgress = now;
        }
        if (frameBegan != NEVER && exchange.parts().pauses().excuseLateFrames()) {
            frameBegan = now;
        }
    }

    private void checkReading(long now) {
        if (exchange.parts().pauses().has(Pauses.Reason.RATE)) {
            lastActivity = now;
        }
        if (exchange.inFlight() > 0) {
            lastActivity = now;
            exchange.timeOutCalls(timeouts().logic());
        }
        if (frameBegan != NEVER && clock().hasPassed(timeouts().frame(), frameBegan)) {
            exchange.frameTimedOut(seconds(now - frameBegan));
        } else if (exchange.parts().output().unsent() == 0
                && clock().hasPassed(timeouts().idle(), lastActivity)) {
            exchange.end(CloseReason.IDLE_TIMEOUT, "nothing received for " + seconds(now - lastActivity));
        }
    }

    private void checkAge() {
        Parts parts = exchange.parts();
        Duration most = parts.service().turnover().maxConnectionAge();
        if (!aged && clock().hasPassed(ConnectionAge.mostOf(parts.peer().id(), most), opened)) {
            aged = true;
            parts.peer().fire(Draining.Cause.AGE);
        }
    }

    private static String seconds(long millis) {
        return millis / 1000 + "." + millis / 100 % 10 + " s";
    }
}
