package io.quintet.client;

import io.netty.channel.Channel;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslHandler;
import java.time.Duration;

/** Connects to one server by TLS; the files were read when it was made. Safe from any thread. */
public final class TlsConnecting {
    private final SslContext context;
    private final String host;
    private final int port;
    private final long timeoutMillis;

    private TlsConnecting(SslContext context, String host, int port, long timeoutMillis) {
        this.context = context;
        this.host = host;
        this.port = port;
        this.timeoutMillis = timeoutMillis;
    }

    /**
     * Reads the files that {@code tls} names.
     *
     * @param timeout longest time for a handshake
     * @throws IllegalArgumentException if one of the files is no use
     */
    public static TlsConnecting to(ServerAddress address, ClientTls tls, Duration timeout) {
        boolean internet = address instanceof ServerAddress.Tcp;
        String host = internet ? ((ServerAddress.Tcp) address).host() : "localhost";
        int port = internet ? ((ServerAddress.Tcp) address).port() : -1;
        return new TlsConnecting(tls.context(), tls.serverName().orElse(host), port, Math.max(1, timeout.toMillis()));
    }

    /** For the pipeline of one connection, in front of whatever handles frames. */
    public SslHandler newHandler(Channel channel) {
        SslHandler handler = context.newHandler(channel.alloc(), host, port);
        handler.setHandshakeTimeoutMillis(timeoutMillis);
        return handler;
    }
}
