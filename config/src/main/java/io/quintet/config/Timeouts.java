package io.quintet.config;

import java.time.Duration;

/**
 * The clocks of a server; zero switches one off.
 *
 * @param idle longest time without a byte in or out while nothing is in flight
 * @param frame longest time from a frame's first byte to its last
 * @param logic longest time an asynchronous or blocking logic may take for an answer
 * @param write longest time for which unsent answers make no progress
 * @param drain longest time a drain waits before it closes what is still open
 */
public record Timeouts(Duration idle, Duration frame, Duration logic, Duration write, Duration drain) {
    /** What a server has where nothing is said. */
    public static final Timeouts DEFAULT = new Timeouts(
            Duration.ofMinutes(10),
            Duration.ofSeconds(30),
            Duration.ofSeconds(30),
            Duration.ofSeconds(30),
            Duration.ofSeconds(30));

    /** Checks the ranges. */
    public Timeouts {
        DurationRange.CLOCK.require("limits.idle-timeout", idle);
        DurationRange.CLOCK.require("limits.frame-timeout", frame);
        DurationRange.CLOCK.require("limits.logic-timeout", logic);
        DurationRange.CLOCK.require("limits.write-timeout", write);
        DurationRange.CLOCK.require("limits.drain-timeout", drain);
    }

    /** These clocks with another one for idle connections. */
    public Timeouts withIdle(Duration duration) {
        return new Timeouts(duration, frame, logic, write, drain);
    }

    /** These clocks with another one for incomplete frames. */
    public Timeouts withFrame(Duration duration) {
        return new Timeouts(idle, duration, logic, write, drain);
    }

    /** These clocks with another one for the logic. */
    public Timeouts withLogic(Duration duration) {
        return new Timeouts(idle, frame, duration, write, drain);
    }

    /** These clocks with another one for unsent answers. */
    public Timeouts withWrite(Duration duration) {
        return new Timeouts(idle, frame, logic, duration, drain);
    }

    /** These clocks with another one for draining. */
    public Timeouts withDrain(Duration duration) {
        return new Timeouts(idle, frame, logic, write, duration);
    }
}
