package io.quintet.server;

import io.netty.handler.ssl.OpenSsl;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.handler.ssl.SupportedCipherSuiteFilter;
import io.quintet.config.ServerTls;
import io.quintet.config.TlsEngine;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import javax.net.ssl.SSLException;

/** Makes Netty's contexts of what a server's settings say of TLS. Safe from any thread. */
final class TlsContexts {
    /** With forward secrecy and authenticated encryption only. */
    private static final List<String> SUITES = List.of(
            "TLS_AES_128_GCM_SHA256",
            "TLS_AES_256_GCM_SHA384",
            "TLS_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
            "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
            "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
            "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256");

    private final ServerTls settings;
    private final SslProvider provider;

    TlsContexts(ServerTls settings) throws TlsException {
        this.settings = settings;
        this.provider = provider(settings.engine());
    }

    private static SslProvider provider(TlsEngine engine) throws TlsException {
        boolean present = engine != TlsEngine.JDK && OpenSsl.isAvailable();
        if (engine == TlsEngine.BORINGSSL && !present) {
            throw new TlsException("tls-engine", engine, "one that this machine has", OpenSsl.unavailabilityCause());
        }
        return present ? SslProvider.OPENSSL : SslProvider.JDK;
    }

    SslContext newContext(TlsIdentity identity) throws TlsException {
        SslContextBuilder builder = SslContextBuilder.forServer(
                        identity.key(), identity.chain().toArray(X509Certificate[]::new))
                .sslProvider(provider)
                .protocols("TLSv1.3", "TLSv1.2")
                .ciphers(SUITES, SupportedCipherSuiteFilter.INSTANCE)
                .clientAuth(clientAuth());
        if (settings.clientCa().isPresent()) {
            TlsFile ca = TlsFile.read("tls-client-ca", settings.clientCa().get());
            builder.trustManager(TlsIdentity.certificates(ca).toArray(X509Certificate[]::new));
        }
        try {
            return builder.build();
        } catch (SSLException | IllegalArgumentException e) {
            throw new TlsException(
                    "tls-cert",
                    settings.identity().certificate(),
                    "one that TLS can use; " + TlsFailure.innermost(e),
                    e);
        }
    }

    private io.netty.handler.ssl.ClientAuth clientAuth() {
        return switch (settings.clientAuth()) {
            case NONE -> io.netty.handler.ssl.ClientAuth.NONE;
            case OPTIONAL -> io.netty.handler.ssl.ClientAuth.OPTIONAL;
            case REQUIRED -> io.netty.handler.ssl.ClientAuth.REQUIRE;
        };
    }

    /** For one connection of {@code loop}. */
    EndOfTls newEnd(ScheduledExecutorService loop) {
        return new EndOfTls(loop, provider != SslProvider.JDK);
    }

    /** The engine's name in words. */
    String engine() {
        return provider == SslProvider.JDK ? "the JDK" : "BoringSSL";
    }
}
