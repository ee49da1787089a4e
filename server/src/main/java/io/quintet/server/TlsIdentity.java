package io.quintet.server;

import io.quintet.config.ServerTls;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What a server shows of itself: a certificate that is valid now, and the key that belongs to it.
 *
 * @param chain the server's own certificate first
 */
record TlsIdentity(PrivateKey key, List<X509Certificate> chain) {
    private static final String CERT = "tls-cert";
    private static final String KEY = "tls-key";
    private static final String MATCH = "the key that belongs to the certificate";

    /** Reads and checks the files. */
    static TlsIdentity read(ServerTls.Identity settings, Instant now) throws TlsException {
        TlsFile certificate = TlsFile.read(CERT, settings.certificate());
        Optional<TlsFile> password = readOptional("tls-key-password-file", settings.passwordFile());
        Optional<TlsFile> key = readOptional(KEY, settings.key());
        TlsIdentity identity = key.isPresent() || !certificate.blocks().isEmpty()
                ? ofPem(certificate, key.orElse(certificate), password)
                : ofStore(certificate, password);
        identity.requireValid(certificate, now);
        identity.requireMatch(key.orElse(certificate));
        return identity;
    }

    private static Optional<TlsFile> readOptional(String setting, Optional<Path> path) throws TlsException {
        return path.isPresent() ? Optional.of(TlsFile.read(setting, path.get())) : Optional.empty();
    }

    private static TlsIdentity ofPem(TlsFile certificate, TlsFile key, Optional<TlsFile> password) throws TlsException {
        List<X509Certificate> chain = certificates(certificate);
        if (key.equals(certificate) && key.blocks().stream().noneMatch(PrivateKeyFile::isKey)) {
            throw new TlsException(KEY, "none", "the private key of tls-cert");
        }
        return new TlsIdentity(new PrivateKeyFile(key, password).key(), chain);
    }

    /** The certificates of a PEM file, at least one. */
    static List<X509Certificate> certificates(TlsFile file) throws TlsException {
        List<X509Certificate> certificates = new ArrayList<>();
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            for (TlsFile.Block block : file.blocks()) {
                if (block.label().endsWith("CERTIFICATE")) {
                    certificates.add(
                            (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(block.decoded())));
                }
            }
        } catch (CertificateException | IllegalArgumentException e) {
            throw file.wrong("certificates that are whole, PEM", e);
        }
        if (certificates.isEmpty()) {
            throw file.wrong("a certificate, PEM");
        }
        return certificates;
    }

    private static TlsIdentity ofStore(TlsFile file, Optional<TlsFile> password) throws TlsException {
        char[] secret = password.map(TlsFile::firstLine).orElse(new char[0]);
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(file.stream(), secret);
            for (String alias : Collections.list(store.aliases())) {
                Key key = store.getKey(alias, secret);
                if (key instanceof PrivateKey known) {
                    Certificate[] chain = store.getCertificateChain(alias);
                    return new TlsIdentity(
                            known,
                            Arrays.stream(chain)
                                    .map(X509Certificate.class::cast)
                                    .toList());
                }
            }
        } catch (IOException | GeneralSecurityException e) {
            if (e.getCause() instanceof UnrecoverableKeyException) {
                throw password.map(given -> given.wrong("the password of " + file.path(), e))
                        .orElseGet(() -> file.wrong("tls-key-password-file with its password", e));
            }
            throw file.wrong("PEM or PKCS#12", e);
        }
        throw file.wrong("PKCS#12 with a private key");
    }

    X509Certificate own() {
        return chain.get(0);
    }

    private void requireValid(TlsFile file, Instant now) throws TlsException {
        if (now.isAfter(own().getNotAfter().toInstant())) {
            throw file.wrong("a certificate that is valid; it expired at "
                    + own().getNotAfter().toInstant());
        }
        if (now.isBefore(own().getNotBefore().toInstant())) {
            throw file.wrong("a certificate that is valid; it will be from "
                    + own().getNotBefore().toInstant());
        }
    }

    private void requireMatch(TlsFile file) throws TlsException {
        try {
            if (signs()) {
                return;
            }
        } catch (GeneralSecurityException e) {
            throw file.wrong(MATCH, e);
        }
        throw file.wrong(MATCH);
    }

    /** Whether what the key signs is signed for the certificate. */
    private boolean signs() throws GeneralSecurityException {
        PublicKey published = own().getPublicKey();
        String algorithm = switch (key.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> key.getAlgorithm();
        };
        byte[] text = "quintet".getBytes(StandardCharsets.US_ASCII);
        Signature signature = Signature.getInstance(algorithm);
        signature.initSign(key);
        signature.update(text);
        byte[] signed = signature.sign();
        signature.initVerify(published);
        signature.update(text);
        return signature.verify(signed);
    }
}
