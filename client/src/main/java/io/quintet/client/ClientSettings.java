package io.quintet.client;

import io.quintet.protocol.Framing;
import java.time.Duration;
import java.util.Optional;

/** Everything that one client was told, checked. */
record ClientSettings(
        ServerAddress address, Framing framing, Connecting connecting, CallLimits limits, Callbacks callbacks) {

    /** How connections come about. */
    record Connecting(
            Duration timeout, Backoff backoff, Reconnect reconnect, Optional<ClientTls> tls, boolean failFast) {
        Connecting {
            if (timeout.isNegative() || timeout.isZero()) {
                throw new IllegalArgumentException(
                        "client.connect-timeout: " + timeout + " (expected: more than nothing)");
            }
        }
    }

    /** What bounds the requests; a timeout of zero waits for ever. */
    record CallLimits(Duration timeout, AfterTimeout afterTimeout, int maxInFlight, WhenFull whenFull) {
        CallLimits {
            if (timeout.isNegative()) {
                throw new IllegalArgumentException("client.timeout: " + timeout + " (expected: 0 or more)");
            }
            if (maxInFlight < 1) {
                throw new IllegalArgumentException("client.max-in-flight: " + maxInFlight + " (expected: 1 or more)");
            }
        }
    }

    /** Who is told. */
    record Callbacks(Optional<PushListener> pushes, ClientHooks hooks) {}
}
