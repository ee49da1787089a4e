package io.quintet.load;

import io.quintet.client.ClientTls;
import io.quintet.client.ServerAddress;
import io.quintet.config.EventLoops;
import io.quintet.protocol.Framing;
import java.time.Duration;
import java.util.Optional;

/**
 * What is put under load, and by what means.
 *
 * @param address where it listens
 * @param tls spoken with it, if it is
 * @param framing of requests and answers
 * @param loops the load's own event loops
 * @param timeout longest wait for a connection or an answer; at least 1 ms
 */
public record Target(
        ServerAddress address, Optional<ClientTls> tls, Framing framing, EventLoops loops, Duration timeout) {
    /** Checks the timeout. */
    public Target {
        if (timeout.toMillis() < 1) {
            throw LoadException.usage("timeout: " + timeout.toMillis() + "ms (expected: at least 1ms)");
        }
    }
}
