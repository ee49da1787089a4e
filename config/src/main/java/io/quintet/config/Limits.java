package io.quintet.config;

/**
 * What one server accepts before it pushes back.
 *
 * @param maxConnections open connections beyond which new ones are refused; zero leaves only the file limit
 * @param maxConnectionsPerIp likewise for the connections of one address; zero is no limit
 * @param maxInFlight requests of one connection being answered at once, beyond which reading pauses; zero is no limit
 * @param writeBuffer unsent answers of one connection beyond which reading pauses
 * @param memoryPercent percent of the memory that buffers can have beyond which new connections are refused and those
 *     that hold more than their share pause; zero is no limit
 * @param rates how fast one connection may send
 */
public record Limits(
        int maxConnections,
        int maxConnectionsPerIp,
        int maxInFlight,
        WriteBuffer writeBuffer,
        int memoryPercent,
        Rates rates) {
    static final IntRange COUNT = new IntRange(0, 1_000_000);
    static final IntRange PERCENT = new IntRange(0, 100);

    /** What a server has where nothing is said. */
    public static final Limits DEFAULT = new Limits(10_000, 0, 64, WriteBuffer.DEFAULT, 50, Rates.OFF);

    /** Checks the ranges. */
    public Limits {
        COUNT.require("limits.max-connections", maxConnections);
        COUNT.require("limits.max-connections-per-ip", maxConnectionsPerIp);
        COUNT.require("limits.max-in-flight", maxInFlight);
        PERCENT.require("limits.memory-percent", memoryPercent);
    }

    /** These limits with another number of connections. */
    public Limits withMaxConnections(int connections) {
        return new Limits(connections, maxConnectionsPerIp, maxInFlight, writeBuffer, memoryPercent, rates);
    }

    /** These limits with another number of connections of one address. */
    public Limits withMaxConnectionsPerIp(int connections) {
        return new Limits(maxConnections, connections, maxInFlight, writeBuffer, memoryPercent, rates);
    }

    /** These limits with another number of requests in flight. */
    public Limits withMaxInFlight(int requests) {
        return new Limits(maxConnections, maxConnectionsPerIp, requests, writeBuffer, memoryPercent, rates);
    }

    /** These limits with other marks for unsent answers. */
    public Limits withWriteBuffer(WriteBuffer marks) {
        return new Limits(maxConnections, maxConnectionsPerIp, maxInFlight, marks, memoryPercent, rates);
    }

    /** These limits with another part of the memory for buffers. */
    public Limits withMemoryPercent(int percent) {
        return new Limits(maxConnections, maxConnectionsPerIp, maxInFlight, writeBuffer, percent, rates);
    }

    /** These limits with other rates. */
    public Limits withRates(Rates most) {
        return new Limits(maxConnections, maxConnectionsPerIp, maxInFlight, writeBuffer, memoryPercent, most);
    }
}
