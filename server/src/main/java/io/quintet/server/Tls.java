package io.quintet.server;

import io.netty.channel.Channel;
import io.netty.handler.ssl.SslContext;
import io.netty.util.concurrent.DefaultThreadFactory;
import io.quintet.config.ClientAuth;
import io.quintet.config.ServerTls;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** TLS as one server speaks it; what it shows of itself can be read again. Safe from any thread. */
final class Tls implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger("io.quintet.server.tls");
    private static final Duration SOON = Duration.ofDays(14);

    private final ServerTls settings;
    private final TlsContexts contexts;
    private final ExecutorService handshakeThreads;
    private final TlsWatch watch;
    private volatile SslContext context;
    private volatile X509Certificate certificate;

    private Tls(ServerTls settings, int threads) throws TlsException {
        TlsIdentity identity = TlsIdentity.read(settings.identity(), Instant.now());
        this.settings = settings;
        this.contexts = new TlsContexts(settings);
        this.context = contexts.newContext(identity);
        this.certificate = identity.own();
        this.handshakeThreads = Executors.newFixedThreadPool(threads, new DefaultThreadFactory("quintet-tls", true));
        this.watch = new TlsWatch(settings, this::reload, this::warnOfExpiry);
    }

    /**
     * Reads what the settings name, or throws with what is wrong with it.
     *
     * @param threads how many handshakes are computed at once
     */
    static Tls start(ServerTls settings, int threads) {
        try {
            Tls tls = new Tls(settings, threads);
            tls.tell("shows");
            tls.watch.start();
            return tls;
        } catch (TlsException e) {
            throw new ServerStartException(e.line(), e);
        }
    }

    /** Shows from now on what is in the files; whatever is wrong with them, what it showed so far stays. */
    synchronized void reload() {
        try {
            TlsIdentity identity = TlsIdentity.read(settings.identity(), Instant.now());
            context = contexts.newContext(identity);
            certificate = identity.own();
            tell("now shows");
        } catch (TlsException e) {
            LOG.warn("the certificate until now stays: {}", CloseLog.printable(e.line()));
        }
    }

    private void tell(String shows) {
        LOG.info(
                "TLS by {} {} {}, valid until {}{}",
                contexts.engine(),
                shows,
                CloseLog.printable(certificate.getSubjectX500Principal().getName()),
                certificate.getNotAfter().toInstant(),
                settings.clientAuth() == ClientAuth.NONE ? "" : ", client certificates " + settings.clientAuth());
        warnOfExpiry();
    }

    /** Says how long the certificate is still valid, if that is not long. */
    private void warnOfExpiry() {
        Instant now = Instant.now();
        Instant end = certificate.getNotAfter().toInstant();
        if (now.isAfter(end)) {
            LOG.warn("tls-cert: {} (expected: one that is valid; it expired at {})", path(), end);
        } else if (now.plus(SOON).isAfter(end)) {
            LOG.warn(
                    "tls-cert: {} expires at {}, in {} hours",
                    path(),
                    end,
                    Duration.between(now, end).toHours());
        }
    }

    /** Until when the certificate is valid that is shown now. */
    Instant certificateEnd() {
        return certificate.getNotAfter().toInstant();
    }

    private Object path() {
        return settings.identity().certificate();
    }

    /** For one connection, with what is shown now. */
    TlsHandler newHandler(Channel channel, Service service) {
        TlsHandler handler = new TlsHandler(
                context.newEngine(channel.alloc()),
                new HandshakeTasks(handshakeThreads, channel.eventLoop()),
                service,
                contexts.newEnd(channel.eventLoop()));
        handler.setHandshakeTimeoutMillis(settings.handshakeTimeout().toMillis());
        return handler;
    }

    @Override
    public void close() {
        watch.close();
        handshakeThreads.shutdownNow();
    }
}
