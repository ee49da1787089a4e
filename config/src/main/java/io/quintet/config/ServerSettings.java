package io.quintet.config;

import io.quintet.protocol.Framing;
import java.util.Optional;

/**
 * Everything that one server is told before it starts, except its logic.
 *
 * @param listening where
 * @param framing what a frame is
 * @param answering how requests are answered
 * @param limits what is accepted
 * @param timeouts for how long
 * @param turnover when clients are to move on
 * @param eventLoops by which threads
 * @param access for whom
 * @param tls whether in secret
 */
public record ServerSettings(
        Listening listening,
        Framing framing,
        Answering answering,
        Limits limits,
        Timeouts timeouts,
        Turnover turnover,
        EventLoops eventLoops,
        Access access,
        Optional<ServerTls> tls) {

    /** What a server has where nothing is said: 127.0.0.1:6789, {@code ascii:5}. */
    public static ServerSettings defaults() {
        return new ServerSettings(
                Listening.DEFAULT,
                Framing.DEFAULT,
                Answering.DEFAULT,
                Limits.DEFAULT,
                Timeouts.DEFAULT,
                Turnover.DEFAULT,
                EventLoops.defaults(),
                Access.DEFAULT,
                Optional.empty());
    }

    /** These settings, listening elsewhere. */
    public ServerSettings withListening(Listening other) {
        return new ServerSettings(other, framing, answering, limits, timeouts, turnover, eventLoops, access, tls);
    }

    /** These settings with another framing. */
    public ServerSettings withFraming(Framing other) {
        return new ServerSettings(listening, other, answering, limits, timeouts, turnover, eventLoops, access, tls);
    }

    /** These settings, answering otherwise. */
    public ServerSettings withAnswering(Answering other) {
        return new ServerSettings(listening, framing, other, limits, timeouts, turnover, eventLoops, access, tls);
    }

    /** These settings with other limits. */
    public ServerSettings withLimits(Limits other) {
        return new ServerSettings(listening, framing, answering, other, timeouts, turnover, eventLoops, access, tls);
    }

    /** These settings with other clocks. */
    public ServerSettings withTimeouts(Timeouts other) {
        return new ServerSettings(listening, framing, answering, limits, other, turnover, eventLoops, access, tls);
    }

    /** These settings, with clients moving on otherwise. */
    public ServerSettings withTurnover(Turnover other) {
        return new ServerSettings(listening, framing, answering, limits, timeouts, other, eventLoops, access, tls);
    }

    /** These settings with other event loops. */
    public ServerSettings withEventLoops(EventLoops other) {
        return new ServerSettings(listening, framing, answering, limits, timeouts, turnover, other, access, tls);
    }

    /** These settings for other peers. */
    public ServerSettings withAccess(Access other) {
        return new ServerSettings(listening, framing, answering, limits, timeouts, turnover, eventLoops, other, tls);
    }

    /** These settings, speaking TLS. */
    public ServerSettings withTls(ServerTls other) {
        return new ServerSettings(
                listening, framing, answering, limits, timeouts, turnover, eventLoops, access, Optional.of(other));
    }
}
