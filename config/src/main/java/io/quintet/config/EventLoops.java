package io.quintet.config;

/**
 * The threads that read and write.
 *
 * @param transport how they wait for sockets
 * @param threads how many there are
 */
public record EventLoops(TransportChoice transport, int threads) {
    static final IntRange THREADS = new IntRange(1, 1024);

    /** Checks the range. */
    public EventLoops {
        THREADS.require("threads", threads);
    }

    /** The best transport, one event loop a processor. */
    public static EventLoops defaults() {
        return new EventLoops(
                TransportChoice.AUTO, Math.min(Runtime.getRuntime().availableProcessors(), 1024));
    }

    /** These event loops on another transport. */
    public EventLoops withTransport(TransportChoice choice) {
        return new EventLoops(choice, threads);
    }

    /** Another number of these event loops. */
    public EventLoops withThreads(int count) {
        return new EventLoops(transport, count);
    }
}
