package io.quintet.cli.send;

import java.time.Duration;
import java.util.Optional;

/** One answer. Its payload is not copied. */
final class TimedAnswer {
    private final long number;
    private final byte[] payload;
    private final Optional<Duration> took;

    /** Counted from 1; {@code took} runs from the request to the answer, where one belongs to the other. */
    TimedAnswer(long number, byte[] payload, Optional<Duration> took) {
        this.number = number;
        this.payload = payload;
        this.took = took;
    }

    long number() {
        return number;
    }

    byte[] payload() {
        return payload;
    }

    Optional<Duration> took() {
        return took;
    }
}
