package io.quintet.config;

import java.time.Duration;

/**
 * When the clients of a server move on to another one behind the same load balancer; zero leaves out each.
 *
 * @param maxConnectionAge how long a connection is open before it ends, give or take a tenth
 * @param drainDelay how long new connections are still accepted after the server has said that it is about to end
 */
public record Turnover(Duration maxConnectionAge, Duration drainDelay) {
    /** Connections stay as long as they like, and a server that is to end begins at once. */
    public static final Turnover DEFAULT = new Turnover(Duration.ZERO, Duration.ZERO);

    /** Checks the ranges. */
    public Turnover {
        DurationRange.CLOCK.require("limits.max-connection-age", maxConnectionAge);
        DurationRange.DELAY.require("limits.drain-delay", drainDelay);
    }

    /** The same with another age. */
    public Turnover withMaxConnectionAge(Duration age) {
        return new Turnover(age, drainDelay);
    }

    /** The same with another delay. */
    public Turnover withDrainDelay(Duration delay) {
        return new Turnover(maxConnectionAge, delay);
    }
}
