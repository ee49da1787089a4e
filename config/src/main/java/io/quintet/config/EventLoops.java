package io.quintet.config;

/**
 * The threads that read and write.
 *
 * @param transport how they wait for sockets
 * @param threads how many there are
 * @param busyPoll whether they ask for events without pause instead of sleeping until there are some
 */
public record EventLoops(TransportChoice transport, int threads, boolean busyPoll) {
    static final IntRange THREADS = new IntRange(1, 1024);

    /** Checks the range. */
    public EventLoops {
        THREADS.require("threads", threads);
    }

    /** Event loops that sleep while there is nothing to do. */
    public EventLoops(TransportChoice transport, int threads) {
        this(transport, threads, false);
    }

    /** The best transport, one event loop a processor. */
    public static EventLoops defaults() {
        return new EventLoops(
                TransportChoice.AUTO, Math.min(Runtime.getRuntime().availableProcessors(), 1024));
    }

    /** These event loops on another transport. */
    public EventLoops withTransport(TransportChoice choice) {
        return new EventLoops(choice, threads, busyPoll);
    }

    /** Another number of these event loops. */
    public EventLoops withThreads(int count) {
        return new EventLoops(transport, count, busyPoll);
    }
}
