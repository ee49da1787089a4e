package io.quintet.cli.send;

import io.quintet.client.Backoff;
import io.quintet.client.ClientBuilder;
import io.quintet.client.ClientTls;
import io.quintet.client.QuintetClient;
import io.quintet.client.Reconnect;
import io.quintet.client.ServerAddress;
import io.quintet.protocol.Framing;
import java.time.Duration;
import java.util.Optional;

/**
 * Where and how to send.
 *
 * @param address the server
 * @param tls spoken with it, if it is
 * @param framing of both directions
 * @param timeout longest wait for a connection and for an answer; zero waits for ever
 * @param repeat how often everything is sent
 * @param halfClose whether the sending side is closed behind the last payload
 */
public record SendOptions(
        ServerAddress address,
        Optional<ClientTls> tls,
        Framing framing,
        Duration timeout,
        int repeat,
        boolean halfClose) {
    private static final Duration LONG = Duration.ofDays(1);

    /** A client that tries once and ends with its connection. */
    ClientBuilder client() {
        ClientBuilder client = QuintetClient.to(address)
                .framing(framing)
                .backoff(Backoff.ONCE)
                .reconnect(Reconnect.NEVER)
                .connectTimeout(patience())
                .timeout(timeout);
        return tls.map(client::tls).orElse(client);
    }

    /** The timeout as a wait that ends. */
    Duration patience() {
        return timeout.isZero() ? LONG : timeout;
    }
}
