package io.quintet.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quintet.config.ServerTls;
import io.quintet.testing.Machine;
import io.quintet.testing.TestCertificate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TlsIdentityTest {
    private static final String NO_KEY =
            " (expected: a private key in PEM, PKCS#8 or PKCS#1; openssl pkcs8 -topk8 converts others)";

    @TempDir
    private static Path directory;

    private static TestCertificate ec;
    private static TestCertificate rsa;

    private static synchronized TestCertificate ec() {
        ec = ec == null ? TestCertificate.make(directory, "dns:ec") : ec;
        return ec;
    }

    private static synchronized TestCertificate rsa() {
        List<String> words = List.of("-keyalg", "RSA", "-keysize", "2048", "-validity", "60");
        rsa = rsa == null ? TestCertificate.make(directory, "dns:rsa", "rsa", words) : rsa;
        return rsa;
    }

    private static ServerTls.Identity files(Path certificate, Path key, Path password) {
        return new ServerTls.Identity(certificate, Optional.ofNullable(key), Optional.ofNullable(password));
    }

    private static TlsIdentity read(Path certificate, Path key, Path password) throws TlsException {
        return TlsIdentity.read(files(certificate, key, password), Instant.now());
    }

    private static Path file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }

    /** The new file that openssl writes. */
    private static Path openssl(String name, String... words) throws Exception {
        Machine.hasPrograms("openssl");
        Path out = directory.resolve(name);
        List<String> command = new ArrayList<>(List.of("openssl"));
        command.addAll(List.of(words));
        command.addAll(List.of("-out", out.toString()));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(String.join(" ", command)).isZero();
        return out;
    }

    private static void refused(Path certificate, Path key, Path password, String line) {
        assertThatExceptionOfType(TlsException.class)
                .isThrownBy(() -> read(certificate, key, password))
                .withMessage(line);
    }

    @Test
    void pemAndPkcs12AreRead() throws Exception {
        Path password = file("password", "password\nignored\n");

        assertThat(read(ec().certificate(), ec().key(), null).own()).isEqualTo(certificateOf(ec()));
        assertThat(read(rsa().certificate(), rsa().key(), null).own()).isEqualTo(certificateOf(rsa()));
        assertThat(read(rsa().storeFile(), null, password).own()).isEqualTo(certificateOf(rsa()));
        Path both = file("both.pem", Files.readString(ec().key()) + Files.readString(ec().certificate()));
        assertThat(read(both, null, null).own()).isEqualTo(certificateOf(ec()));
    }

    private static Object certificateOf(TestCertificate certificate) throws Exception {
        return certificate.store().getCertificate("test");
    }

    @Test
    void pkcs1IsRead() throws Exception {
        Path key =
                openssl("pkcs1.key", "rsa", "-traditional", "-in", rsa().key().toString());

        assertThat(Files.readString(key)).contains("BEGIN RSA PRIVATE KEY");
        assertThat(read(rsa().certificate(), key, null)).isNotNull();
    }

    @Test
    void anotherFormIsNamedWithTheWayOut() throws Exception {
        Path key = openssl("sec1.key", "ec", "-in", ec().key().toString());

        assertThat(Files.readString(key)).contains("BEGIN EC PRIVATE KEY");
        refused(ec().certificate(), key, null, "tls-key: " + key + NO_KEY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"aes-256-cbc", "aes-128-cbc"})
    void anEncryptedKeyIsReadWithItsPassword(String cipher) throws Exception {
        Path password = file("secret", "sesame\n");
        Path wrong = file("wrong", "open\n");
        Path key = openssl(
                cipher + ".key",
                "pkcs8",
                "-topk8",
                "-v2",
                cipher,
                "-passout",
                "pass:sesame",
                "-in",
                ec().key().toString());

        assertThat(read(ec().certificate(), key, password)).isNotNull();
        refused(
                ec().certificate(),
                key,
                null,
                "tls-key: " + key + " (expected: a key in the clear, or tls-key-password-file with it)");
        assertThatExceptionOfType(TlsException.class)
                .isThrownBy(() -> read(ec().certificate(), key, wrong))
                .withMessageStartingWith("tls-key");
    }

    @Test
    void theOldEncryptionOfOpensslIsNamed() throws Exception {
        Path key = openssl(
                "old.key",
                "rsa",
                "-traditional",
                "-aes128",
                "-passout",
                "pass:sesame",
                "-in",
                rsa().key().toString());

        refused(rsa().certificate(), key, file("secret", "sesame"), "tls-key: " + key + NO_KEY);
    }

    @Test
    void aWrongPasswordOfAStoreIsNamed() throws Exception {
        Path wrong = file("wrong", "open\n");
        Path store = rsa().storeFile();

        refused(store, null, wrong, "tls-key-password-file: " + wrong + " (expected: the password of " + store + ")");
        refused(store, null, null, "tls-cert: " + store + " (expected: tls-key-password-file with its password)");
    }

    @Test
    void filesThatAreNotThereOrNothingAreNamed() throws Exception {
        Path none = directory.resolve("none");
        Path noise = file("noise", "noise");
        Path cut = file("cut.pem", Files.readString(ec().certificate()).replaceAll("(?s)\n.{40}", "\n"));

        refused(none, ec().key(), null, "tls-cert: " + none + " (expected: a file that exists)");
        refused(ec().certificate(), none, null, "tls-key: " + none + " (expected: a file that exists)");
        refused(noise, null, null, "tls-cert: " + noise + " (expected: PEM or PKCS#12)");
        refused(ec().certificate(), noise, null, "tls-key: " + noise + NO_KEY);
        refused(ec().certificate(), null, null, "tls-key: none (expected: the private key of tls-cert)");
        refused(ec().key(), ec().key(), null, "tls-cert: " + ec().key() + " (expected: a certificate, PEM)");
        refused(cut, ec().key(), null, "tls-cert: " + cut + " (expected: certificates that are whole, PEM)");
    }

    @Test
    void aKeyThatDoesNotMatchIsNamed() {
        refused(
                ec().certificate(),
                rsa().key(),
                null,
                "tls-key: " + rsa().key() + " (expected: the key that belongs to the certificate)");
    }

    @Test
    void aCertificateThatIsNotValidNowIsNamed() {
        ServerTls.Identity files = files(ec().certificate(), ec().key(), null);

        assertThatExceptionOfType(TlsException.class)
                .isThrownBy(() -> TlsIdentity.read(files, Instant.now().plus(Duration.ofDays(61))))
                .withMessageStartingWith("tls-cert: " + ec().certificate()
                        + " (expected: a certificate that is valid; it expired at 20");
        assertThatExceptionOfType(TlsException.class)
                .isThrownBy(() -> TlsIdentity.read(files, Instant.now().minus(Duration.ofDays(1))))
                .withMessageContaining("it will be from 20");
    }
}
