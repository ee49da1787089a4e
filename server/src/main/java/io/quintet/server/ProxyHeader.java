package io.quintet.server;

import java.net.InetSocketAddress;
import java.util.Optional;

/**
 * What a PROXY protocol header tells.
 *
 * @param source whom the load balancer speaks for; empty where it does not say
 * @param local whether it speaks for itself, to see whether the server lives
 */
record ProxyHeader(Optional<InetSocketAddress> source, boolean local) {
    /** For somebody, who is not told. */
    static final ProxyHeader UNKNOWN = new ProxyHeader(Optional.empty(), false);

    /** For nobody but the load balancer itself. */
    static final ProxyHeader LOCAL = new ProxyHeader(Optional.empty(), true);

    static ProxyHeader of(InetSocketAddress source) {
        return new ProxyHeader(Optional.of(source), false);
    }

    /** A header that is none, in one line for the log. */
    static final class Malformed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Malformed(String what, String value, String expected) {
            super(what + ": " + value + " (expected: " + expected + ")", null, false, false);
        }

        /** The line. */
        String line() {
            return String.valueOf(getMessage());
        }
    }
}
