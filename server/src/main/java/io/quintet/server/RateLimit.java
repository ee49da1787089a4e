package io.quintet.server;

import io.quintet.config.Rates;
import org.jspecify.annotations.Nullable;

/**
 * Whether one connection has sent more than its rates allow. It looks at what was counted anyway, once a read, and so lets
 * pass what one read brings; that is made up for before the next. Confined to the connection's event loop.
 */
final class RateLimit {
    private final Rates rates;
    private final @Nullable Bucket frames;
    private final @Nullable Bucket bytes;
    private long framesBefore;
    private long bytesBefore;

    /** From now on, with {@code framesBefore} and {@code bytesBefore} received until now. */
    RateLimit(Rates rates, long now, long framesBefore, long bytesBefore) {
        this.rates = rates;
        this.frames = rates.frames() == 0 ? null : new Bucket(rates.frames(), now);
        this.bytes = rates.bytes() == 0 ? null : new Bucket(rates.bytes(), now);
        this.framesBefore = framesBefore;
        this.bytesBefore = bytesBefore;
    }

    Rates rates() {
        return rates;
    }

    /** Notes how much was received in all. */
    void received(long framesInAll, long bytesInAll) {
        if (frames != null) {
            frames.take(framesInAll - framesBefore);
        }
        if (bytes != null) {
            bytes.take(bytesInAll - bytesBefore);
        }
        framesBefore = framesInAll;
        bytesBefore = bytesInAll;
    }

    /** @param now in milliseconds */
    void refill(long now) {
        if (frames != null) {
            frames.refill(now);
        }
        if (bytes != null) {
            bytes.refill(now);
        }
    }

    boolean isExceeded() {
        return (frames != null && frames.isEmpty()) || (bytes != null && bytes.isEmpty());
    }
}
