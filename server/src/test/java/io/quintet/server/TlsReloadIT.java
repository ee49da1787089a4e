package io.quintet.server;

import static io.quintet.server.TestServer.builtIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quintet.config.ServerTls;
import io.quintet.config.TransportChoice;
import io.quintet.testing.TestCertificate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Certificates that change while the server runs. */
class TlsReloadIT {
    private static final List<String> WORDS = List.of("-keyalg", "EC", "-groupname", "secp256r1", "-validity", "60");

    @TempDir
    private Path directory;

    private static String shown(TestServer server) {
        try (TlsPeer peer = TlsPeer.connect(server.address(), "TLSv1.3")) {
            return peer.server().getSubjectX500Principal().getName();
        }
    }

    private static void put(Path from, Path to) throws IOException {
        Path beside = Files.copy(from, to.resolveSibling("beside"), StandardCopyOption.REPLACE_EXISTING);
        Files.move(beside, to, StandardCopyOption.ATOMIC_MOVE);
    }

    @Test
    void newConnectionsSeeANewCertificateAndOpenOnesGoOn() throws IOException {
        TestCertificate first = TestCertificate.make(directory, "dns:a", "first", WORDS);
        TestCertificate second = TestCertificate.make(directory, "dns:a", "second", WORDS);
        Path certificate = Files.copy(first.certificate(), directory.resolve("tls.pem"));
        Path key = Files.copy(first.key(), directory.resolve("tls.key"));
        try (TestServer server = TestServer.start(
                        TransportChoice.NIO, it -> it.withTls(ServerTls.of(certificate, key)), builtIn("reverse"));
                TlsPeer open = TlsPeer.connect(server.address(), "TLSv1.3")) {
            open.send("00003abc").gets("00003cba");
            assertThat(shown(server)).isEqualTo("CN=first");

            Files.writeString(certificate, "broken");
            await().pollDelay(Duration.ofMillis(1500)).until(() -> shown(server).equals("CN=first"));

            put(second.key(), key);
            put(second.certificate(), certificate);
            await().atMost(Duration.ofSeconds(20)).until(() -> shown(server).equals("CN=second"));
            open.send("00003xyz").gets("00003zyx").finish().getsEnd();
        }
    }
}
