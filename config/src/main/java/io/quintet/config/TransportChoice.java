package io.quintet.config;

import java.util.Locale;

/** Which of the machine's ways to wait for sockets a server uses. */
public enum TransportChoice {
    /** The best one that is available. */
    AUTO,
    /** Linux, by submission and completion rings. */
    IO_URING,
    /** Linux. */
    EPOLL,
    /** macOS and the BSDs. */
    KQUEUE,
    /** The JDK's own, everywhere. */
    NIO;

    /** The word that a user writes: {@code io_uring}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
