package io.quintet.server;

import io.quintet.config.Rates;
import io.quintet.protocol.FrameScanner;
import io.quintet.server.Pauses.Reason;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides, after each read and each tick, for which reasons one connection pauses. Confined to the connection's event
 * loop.
 */
final class Brakes {
    private final Parts parts;
    private @Nullable RateLimit rateLimit;

    Brakes(Parts parts) {
        this.parts = parts;
    }

    /** Looks at every reason anew. */
    void apply(int inFlight, FrameScanner scanner) {
        Pauses pauses = parts.pauses();
        pauses.set(Reason.WRITE_BUFFER_FULL, !parts.output().isWritable());
        pauses.set(Reason.IN_FLIGHT, inFlight >= parts.service().maxInFlight());
        pauses.set(Reason.MEMORY, parts.service().isTooMuch(parts.held()));
        if (rateLimit != null) {
            rateLimit.received(scanner.frames(), received(scanner));
            pauses.set(Reason.RATE, rateLimit.isExceeded());
        }
    }

    /** All bytes so far, but for the last frame where the next one has not been looked for. */
    private long received(FrameScanner scanner) {
        return scanner.offset() + parts.input().waiting();
    }

    /** Has the connection send no faster than {@code limit} from now on. */
    void limit(Rates limit, FrameScanner scanner) {
        if (!limit.equals(rateLimit == null ? Rates.OFF : rateLimit.rates())) {
            rateLimit = limit.equals(Rates.OFF)
                    ? null
                    : new RateLimit(limit, parts.clock().now(), scanner.frames(), received(scanner));
            parts.input().readSparingly(rateLimit != null);
            parts.pauses().remove(Reason.RATE);
        }
    }

    /** Whether it pauses for a reason that time alone may have ended. */
    boolean mayHaveEnded(long now) {
        if (rateLimit != null) {
            rateLimit.refill(now);
        }
        return parts.pauses().has(Reason.MEMORY) || parts.pauses().has(Reason.RATE);
    }

    /** What is wrong where it holds more than it can have read: behind the end of input some transports read all there is. */
    Optional<String> flood() {
        return parts.service().isTooMuch(parts.held() / 2)
                ? Optional.of(parts.held() + " bytes held (expected: "
                        + parts.service().memory().expected() + ")")
                : Optional.empty();
    }
}
