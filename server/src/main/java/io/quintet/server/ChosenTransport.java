package io.quintet.server;

import io.quintet.config.TransportChoice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The transport of one server.
 *
 * @param reason why this one, for the start line
 */
record ChosenTransport(Transport transport, String reason) {
    /** From the one to prefer to the one that always works. */
    private static final List<Transport> AUTOMATIC = List.of(Transport.EPOLL, Transport.KQUEUE, Transport.NIO);

    /** Picks what {@code choice} asks for; refuses an explicit one that is not available. */
    static ChosenTransport pick(TransportChoice choice) {
        return Transport.of(choice).map(ChosenTransport::explicit).orElseGet(ChosenTransport::automatic);
    }

    private static ChosenTransport explicit(Transport transport) {
        Throwable obstacle = transport.obstacle();
        if (obstacle != null) {
            throw new ServerStartException(
                    "transport: " + transport + " (expected: one that this machine has; " + brief(obstacle) + ")",
                    obstacle);
        }
        return new ChosenTransport(transport, "as asked for");
    }

    private static ChosenTransport automatic() {
        StringBuilder passedOver = new StringBuilder();
        for (Transport transport : AUTOMATIC) {
            Throwable obstacle = transport.obstacle();
            if (obstacle == null) {
                return new ChosenTransport(transport, "auto: " + merit(transport) + passedOver);
            }
            passedOver.append("; no ").append(transport).append(": ").append(brief(obstacle));
        }
        throw new IllegalStateException("NIO is always available");
    }

    private static String merit(Transport transport) {
        return switch (transport) {
            case EPOLL -> "longest proven on Linux, io_uring on request";
            case IO_URING -> "fewest system calls";
            case KQUEUE -> "this system's own";
            case NIO -> "works everywhere";
        };
    }

    /** The innermost message, on one line. */
    private static String brief(Throwable obstacle) {
        @Nullable Throwable inner = obstacle;
        while (inner.getCause() != null) {
            inner = inner.getCause();
        }
        String message = inner.getMessage() == null ? inner.getClass().getSimpleName() : inner.getMessage();
        return message.lines().findFirst().orElse(message);
    }
}
