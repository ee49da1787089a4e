package io.quintet.load;

import java.util.OptionalDouble;

/**
 * How much is asked at once, and how often.
 *
 * @param connections how many are kept open
 * @param pipeline most requests in flight on one connection
 * @param rate requests a second over all connections, sent when they are due (an open loop); without one, each answer
 *     calls forth the next request (a closed loop)
 */
public record Shape(int connections, int pipeline, OptionalDouble rate) {
    private static final int MOST_CONNECTIONS = 1_000_000;
    private static final int MOST_PIPELINED = 100_000;
    private static final double MOST_PER_SECOND = 1e9;

    /** Checks the ranges. */
    public Shape {
        require("connections", connections, MOST_CONNECTIONS);
        require("pipeline", pipeline, MOST_PIPELINED);
        if (rate.isPresent() && !(rate.getAsDouble() > 0 && rate.getAsDouble() <= MOST_PER_SECOND)) {
            throw LoadException.usage("rate: " + rate.getAsDouble() + " (expected: above 0, at most 1000000000)");
        }
    }

    /** The same on a schedule. */
    public Shape withRate(double perSecond) {
        return new Shape(connections, pipeline, OptionalDouble.of(perSecond));
    }

    /** The same with the next request as soon as an answer is there. */
    public Shape withoutRate() {
        return new Shape(connections, pipeline, OptionalDouble.empty());
    }

    private static void require(String what, int value, int most) {
        if (value < 1 || value > most) {
            throw LoadException.usage(what + ": " + value + " (expected: 1 to " + most + ")");
        }
    }
}
