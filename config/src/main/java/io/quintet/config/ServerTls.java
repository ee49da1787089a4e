package io.quintet.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * TLS as a server speaks it, on every TCP address.
 *
 * @param identity what the server shows of itself
 * @param clientAuth whether clients show something of themselves
 * @param clientCa the certificates, PEM, that sign those of clients
 * @param handshakeTimeout longest time for the handshake; zero waits for ever
 * @param engine who does the work
 */
public record ServerTls(
        Identity identity,
        ClientAuth clientAuth,
        Optional<Path> clientCa,
        Duration handshakeTimeout,
        TlsEngine engine) {
    /** Ten seconds. */
    public static final Duration HANDSHAKE_TIMEOUT = Duration.ofSeconds(10);

    /** Checks that clients can be judged where, and only where, they are asked. */
    public ServerTls {
        DurationRange.CLOCK.require("limits.tls-handshake-timeout", handshakeTimeout);
        if (clientAuth != ClientAuth.NONE && clientCa.isEmpty()) {
            throw new SettingException("tls-client-ca", "none", "a PEM file, for tls-client-auth " + clientAuth);
        }
        if (clientAuth == ClientAuth.NONE && clientCa.isPresent()) {
            throw new SettingException(
                    "tls-client-ca", clientCa.get().toString(), "tls-client-auth optional or required with it");
        }
    }

    /**
     * A server's certificate and its private key.
     *
     * @param certificate the chain, PEM, the server's own first; or a PKCS#12 file with the key as well
     * @param key the key, PEM; empty where it is in the file of the certificate
     * @param passwordFile a file that has the key's password as its first line
     */
    public record Identity(Path certificate, Optional<Path> key, Optional<Path> passwordFile) {}

    /** With a certificate and a key in PEM files, for any client. */
    public static ServerTls of(Path certificate, Path key) {
        return of(new Identity(certificate, Optional.of(key), Optional.empty()));
    }

    /** With an identity, for any client. */
    public static ServerTls of(Identity identity) {
        return new ServerTls(identity, ClientAuth.NONE, Optional.empty(), HANDSHAKE_TIMEOUT, TlsEngine.AUTO);
    }

    /** The same for clients with certificates signed by those of a PEM file. */
    public ServerTls withClientAuth(ClientAuth auth, Path ca) {
        return new ServerTls(identity, auth, Optional.of(ca), handshakeTimeout, engine);
    }

    /** The same with another time for the handshake. */
    public ServerTls withHandshakeTimeout(Duration timeout) {
        return new ServerTls(identity, clientAuth, clientCa, timeout, engine);
    }

    /** The same by another engine. */
    public ServerTls withEngine(TlsEngine other) {
        return new ServerTls(identity, clientAuth, clientCa, handshakeTimeout, other);
    }
}
