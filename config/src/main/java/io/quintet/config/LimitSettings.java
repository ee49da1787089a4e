package io.quintet.config;

import java.time.Duration;

/** The rows of {@link Settings} about what bounds a peer, and for how long. */
final class LimitSettings {
    static final Setting<Integer> MAX_CONNECTIONS = Setting.one(
            "limits.max-connections",
            ValueTypes.number(Limits.COUNT),
            Limits.DEFAULT.maxConnections(),
            "open connections beyond which new ones are refused; 0 leaves only the file limit");
    static final Setting<Integer> MAX_CONNECTIONS_PER_IP = Setting.one(
            "limits.max-connections-per-ip",
            ValueTypes.number(Limits.COUNT),
            Limits.DEFAULT.maxConnectionsPerIp(),
            "likewise for those of one address; 0 for no limit");
    static final Setting<Integer> MAX_IN_FLIGHT = Setting.one(
            "limits.max-in-flight",
            ValueTypes.number(Limits.COUNT),
            Limits.DEFAULT.maxInFlight(),
            "requests of one connection answered at once, then reading pauses; 0 for no limit");
    static final Setting<Integer> WRITE_BUFFER_HIGH = Setting.one(
            "limits.write-buffer-high",
            ValueTypes.size(WriteBuffer.BYTES),
            WriteBuffer.DEFAULT.high(),
            "unsent bytes of answers above which a connection is not read from");
    static final Setting<Integer> WRITE_BUFFER_LOW = Setting.one(
            "limits.write-buffer-low",
            ValueTypes.size(WriteBuffer.BYTES),
            WriteBuffer.DEFAULT.low(),
            "unsent bytes below which it is read from again");
    static final Setting<Integer> MEMORY_PERCENT = Setting.one(
            "limits.memory-percent",
            ValueTypes.number(Limits.PERCENT),
            Limits.DEFAULT.memoryPercent(),
            "percent of the memory for buffers beyond which new connections are refused and the greediest paused;"
                    + " 0 for no limit");

    static final Setting<Integer> MAX_FRAME_RATE = Setting.one(
            "limits.max-frame-rate",
            ValueTypes.number(Rates.FRAMES),
            Rates.OFF.frames(),
            "frames a second that one connection may send, then reading pauses; 0 for no limit");
    static final Setting<Integer> MAX_BYTE_RATE = Setting.one(
            "limits.max-byte-rate",
            ValueTypes.size(Rates.BYTES),
            Rates.OFF.bytes(),
            "bytes a second that one connection may send, likewise; 0 for no limit");

    static final Setting<Duration> IDLE_TIMEOUT = Settings.clock(
            "idle", Timeouts.DEFAULT.idle(), "close a connection without bytes in or out and nothing in flight");
    static final Setting<Duration> FRAME_TIMEOUT =
            Settings.clock("frame", Timeouts.DEFAULT.frame(), "longest time from a frame's first byte to its last");
    static final Setting<Duration> LOGIC_TIMEOUT = Settings.clock(
            "logic", Timeouts.DEFAULT.logic(), "longest time for an asynchronous or blocking logic's answer");
    static final Setting<Duration> WRITE_TIMEOUT = Settings.clock(
            "write", Timeouts.DEFAULT.write(), "longest time without progress for answers that the peer does not read");
    static final Setting<Duration> DRAIN_TIMEOUT = Settings.clock(
            "drain", Timeouts.DEFAULT.drain(), "when stopping, longest time to answer what was received");

    static final Setting<Duration> MAX_CONNECTION_AGE = Setting.one(
            "limits.max-connection-age",
            ValueTypes.duration(DurationRange.CLOCK),
            Turnover.DEFAULT.maxConnectionAge(),
            "end a connection that has been open for so long, give or take a tenth, with all it sent answered;"
                    + " 0 for never");
    static final Setting<Duration> DRAIN_DELAY = Setting.one(
            "limits.drain-delay",
            ValueTypes.duration(DurationRange.DELAY),
            Turnover.DEFAULT.drainDelay(),
            "when stopping, how long new connections are still accepted and served, while the server is not ready;"
                    + " 0 for none");

    private LimitSettings() {}
}
