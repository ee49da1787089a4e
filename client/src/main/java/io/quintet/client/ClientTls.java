package io.quintet.client;

import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.util.InsecureTrustManagerFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javax.net.ssl.SSLException;

/**
 * TLS as a client speaks it. Every file is PEM.
 *
 * @param trust the certificates that sign the server's; empty trusts what the JDK trusts
 * @param identity what the client shows of itself, if the server asks
 * @param serverName the name that the server's certificate must have; empty means the address's host
 * @param verification whether the server must prove who it is
 */
public record ClientTls(
        Optional<Path> trust, Optional<Identity> identity, Optional<String> serverName, Verification verification) {
    /** Trusts what the JDK trusts and checks the server's name. */
    public static final ClientTls DEFAULT =
            new ClientTls(Optional.empty(), Optional.empty(), Optional.empty(), Verification.FULL);

    /**
     * A client's own certificate.
     *
     * @param certificate its chain, the client's own first
     * @param key its private key, PKCS#8 and not encrypted
     */
    public record Identity(Path certificate, Path key) {}

    /** How far a server must prove who it is. */
    public enum Verification {
        /** Its certificate is signed by one that is trusted and bears the server's name. */
        FULL,
        /** Its certificate is signed by one that is trusted, whatever its name. */
        CHAIN,
        /** Not at all: for tests only, since anyone in between can read and answer. */
        NONE
    }

    /** Trusts the certificates of one file. */
    public static ClientTls trusting(Path certificates) {
        return new ClientTls(Optional.of(certificates), Optional.empty(), Optional.empty(), Verification.FULL);
    }

    /** The same with a certificate of the client's own. */
    public ClientTls withIdentity(Path certificate, Path key) {
        return new ClientTls(trust, Optional.of(new Identity(certificate, key)), serverName, verification);
    }

    /** The same for a server whose certificate bears another name than its address. */
    public ClientTls withServerName(String name) {
        return new ClientTls(trust, identity, Optional.of(name), verification);
    }

    /** The same with another verification. */
    public ClientTls withVerification(Verification other) {
        return new ClientTls(trust, identity, serverName, other);
    }

    /** These settings, or an exception that says in one line which of the files is no use. */
    public ClientTls requireUsable() {
        context();
        return this;
    }

    /** Reads the files. */
    SslContext context() {
        trust.ifPresent(path -> requireReadable("tls.trust", path));
        identity.ifPresent(own -> requireReadable("tls.certificate", own.certificate()));
        identity.ifPresent(own -> requireReadable("tls.key", own.key()));
        try {
            return builder().build();
        } catch (SSLException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "tls: " + e.getMessage() + " (expected: certificates and an unencrypted PKCS#8 key, both PEM)", e);
        }
    }

    private SslContextBuilder builder() {
        SslContextBuilder builder = SslContextBuilder.forClient()
                .endpointIdentificationAlgorithm(verification == Verification.FULL ? "HTTPS" : null);
        if (verification == Verification.NONE) {
            builder.trustManager(InsecureTrustManagerFactory.INSTANCE);
        } else {
            trust.ifPresent(path -> builder.trustManager(path.toFile()));
        }
        identity.ifPresent(
                own -> builder.keyManager(own.certificate().toFile(), own.key().toFile()));
        return builder;
    }

    private static void requireReadable(String what, Path file) {
        if (!Files.isReadable(file)) {
            throw new IllegalArgumentException(what + ": " + file + " (expected: a readable PEM file)");
        }
    }
}
