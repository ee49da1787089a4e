package io.quintet.load;

import java.time.Duration;

/**
 * How long it goes on.
 *
 * @param requests how many are measured; 0 for as many as the duration allows
 * @param duration how long is measured; zero for as long as the requests take
 * @param warmup load before the measured part, which must be answered as well and counts for nothing else
 */
public record Extent(long requests, Duration duration, Duration warmup) {
    /** Checks that there is an end. */
    public Extent {
        if (requests < 0 || (requests == 0 && duration.isZero())) {
            throw LoadException.usage("requests: " + requests + " (expected: at least 1, or a duration)");
        }
    }

    /** A time to measure. */
    public static Extent lasting(Duration duration, Duration warmup) {
        return new Extent(0, duration, warmup);
    }

    /** A number of requests to measure. */
    public static Extent of(long requests, Duration warmup) {
        return new Extent(requests, Duration.ZERO, warmup);
    }
}
