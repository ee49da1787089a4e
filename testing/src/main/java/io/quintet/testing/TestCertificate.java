package io.quintet.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/**
 * A certificate signed by itself, with its key, made anew by the JDK's {@code keytool}.
 *
 * @param certificate its PEM file
 * @param key its private key's PEM file, PKCS#8
 * @param store both
 * @param storeFile both in a PKCS#12 file, whose password is {@code password}
 */
public record TestCertificate(Path certificate, Path key, KeyStore store, Path storeFile) {
    private static final char[] PASSWORD = "password".toCharArray();

    /** A certificate for a name such as {@code dns:localhost} or {@code ip:127.0.0.1}, in files of the directory. */
    public static TestCertificate make(Path directory, String name) {
        return make(
                directory,
                name,
                "quintet test",
                List.of("-keyalg", "EC", "-groupname", "secp256r1", "-validity", "60"));
    }

    /** Likewise for a subject's common name, with a key and dates as keytool's words say. */
    public static TestCertificate make(Path directory, String name, String subject, List<String> words) {
        String file = (name + "-" + subject).replaceAll("\\W", "-");
        Path store = directory.resolve(file + ".p12");
        keytool(store, name, subject, words);
        try {
            KeyStore loaded = KeyStore.getInstance(store.toFile(), PASSWORD);
            Certificate certificate = loaded.getCertificate("test");
            return new TestCertificate(
                    pem(directory.resolve(file + ".pem"), "CERTIFICATE", certificate.getEncoded()),
                    pem(
                            directory.resolve(file + ".key"),
                            "PRIVATE KEY",
                            loaded.getKey("test", PASSWORD).getEncoded()),
                    loaded,
                    store);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The context of a server that shows this certificate and asks for none but those of {@code trusted}. */
    public SSLContext serverContext(String protocol, List<TestCertificate> trusted) {
        try {
            KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, PASSWORD);
            KeyStore others = KeyStore.getInstance("PKCS12");
            others.load(null, null);
            for (TestCertificate other : trusted) {
                others.setCertificateEntry("trusted-" + others.size(), other.store.getCertificate("test"));
            }
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(others);
            return context(protocol, keys.getKeyManagers(), trust);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SSLContext context(String protocol, KeyManager[] keys, TrustManagerFactory trust)
            throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance(protocol);
        context.init(keys, trust.getTrustManagers(), null);
        return context;
    }

    private static void keytool(Path store, String name, String subject, List<String> more) {
        String password = new String(PASSWORD);
        List<String> words = List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "test",
                "-dname",
                "CN=" + subject,
                "-ext",
                "san=" + name,
                "-storetype",
                "PKCS12",
                "-keystore",
                store.toString(),
                "-storepass",
                password);
        words = Stream.concat(words.stream(), more.stream()).toList();
        try {
            Process process =
                    new ProcessBuilder(words).redirectErrorStream(true).start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            if (process.waitFor() != 0) {
                throw new IllegalStateException("keytool: " + said);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Path pem(Path file, String what, byte[] bytes) throws IOException {
        String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        return Files.writeString(file, "-----BEGIN " + what + "-----\n" + body + "\n-----END " + what + "-----\n");
    }
}
