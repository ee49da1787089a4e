package io.quintet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.cli.Cli.Ended;
import io.quintet.config.ClientAuth;
import io.quintet.config.ListenAddress;
import io.quintet.config.Listening;
import io.quintet.config.ServerSettings;
import io.quintet.config.ServerTls;
import io.quintet.logic.LogicCatalog;
import io.quintet.server.QuintetServer;
import io.quintet.testing.TestCertificate;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The flags of TLS, of both sides. */
class TlsTest {
    @TempDir
    private static Path directory;

    private static TestCertificate certificate;

    @BeforeAll
    static void make() {
        certificate = TestCertificate.make(directory, "ip:127.0.0.1");
    }

    private static ServerTls tls() {
        return ServerTls.of(certificate.certificate(), certificate.key());
    }

    private static QuintetServer serve(ServerTls tls) {
        ServerSettings settings = ServerSettings.defaults()
                .withListening(Listening.on(new ListenAddress.Tcp("127.0.0.1", 0)))
                .withTls(tls);
        return QuintetServer.start(settings, List.of(LogicCatalog.ofClassPath().create("upper")));
    }

    private static Ended send(QuintetServer server, String... flags) {
        int port = ((InetSocketAddress) server.addresses().get(0)).getPort();
        List<String> words = new ArrayList<>(List.of("send", "127.0.0.1:" + port, "abc"));
        words.addAll(List.of(flags));
        return Cli.run(words.toArray(String[]::new));
    }

    @Test
    void aServerWhoseCertificateIsTrustedAnswers() {
        String ca = certificate.certificate().toString();
        try (QuintetServer server = serve(tls())) {
            assertThat(send(server, "--tls-ca", ca)).isEqualTo(new Ended(ExitCode.OK, "ABC\n", ""));
            assertThat(send(server, "--tls-ca", ca, "--half-close")).isEqualTo(new Ended(ExitCode.OK, "ABC\n", ""));
        }
    }

    @Test
    void aServerThatIsNotTrustedIsNotSentAnything() {
        try (QuintetServer server = serve(tls())) {
            assertThat(send(server, "--tls").code()).isEqualTo(ExitCode.CANNOT_CONNECT);
            assertThat(send(server, "--tls").err()).startsWith("quintet: tls handshake with 127.0.0.1:");
        }
    }

    @Test
    void aServerOfAnotherNameIsNotSentAnything() {
        String ca = certificate.certificate().toString();
        try (QuintetServer server = serve(tls())) {
            Ended ended = send(server, "--tls-ca", ca, "--tls-server-name", "example.org");

            assertThat(ended.code()).isEqualTo(ExitCode.CANNOT_CONNECT);
            assertThat(ended.err()).contains("example.org");
        }
    }

    @Test
    void whoBelievesEverybodyIsWarned() {
        try (QuintetServer server = serve(tls())) {
            assertThat(send(server, "--tls-insecure"))
                    .isEqualTo(new Ended(
                            ExitCode.OK,
                            "ABC\n",
                            "quintet: --tls-insecure: whoever answers is believed, and may be anybody\n"));
        }
    }

    @Test
    void aClientShowsItsCertificate() {
        String file = certificate.certificate().toString();
        String key = certificate.key().toString();
        ServerTls required = tls().withClientAuth(ClientAuth.REQUIRED, certificate.certificate());
        try (QuintetServer server = serve(required)) {
            assertThat(send(server, "--tls-ca", file).code()).isNotEqualTo(ExitCode.OK);
            assertThat(send(server, "--tls-ca", file, "--tls-cert", file, "--tls-key", key))
                    .isEqualTo(new Ended(ExitCode.OK, "ABC\n", ""));
        }
    }

    @Test
    void aLoadIsPutOnByTls() {
        String ca = certificate.certificate().toString();
        try (QuintetServer server = serve(tls())) {
            int port = ((InetSocketAddress) server.addresses().get(0)).getPort();
            String[] words = {
                "bench", "127.0.0.1:" + port, "-n", "2000", "-c", "4", "-P", "8", "--logic", "upper", "--tls-ca", ca
            };

            Ended ended = Cli.run(words);

            assertThat(ended.code()).as(ended.out() + ended.err()).isEqualTo(ExitCode.OK);
            words[words.length - 2] = "--tls-server-name";
            assertThat(Cli.run(words).code()).isEqualTo(ExitCode.CANNOT_CONNECT);
        }
    }

    @Test
    void filesOfTheClientThatAreNoUseAreNamed() throws Exception {
        String none = directory.resolve("none").toString();
        String noise = Files.writeString(directory.resolve("noise"), "noise").toString();

        assertThat(Cli.run("send", "abc", "--tls-ca", none))
                .isEqualTo(new Ended(
                        ExitCode.USAGE, "", "quintet: --tls-ca: " + none + " (expected: a readable PEM file)\n"));
        assertThat(Cli.run("send", "abc", "--tls-cert", noise))
                .isEqualTo(new Ended(
                        ExitCode.USAGE, "", "quintet: --tls-key: nothing (expected: --tls-cert and --tls-key)\n"));
        Ended ended = Cli.run("send", "abc", "--tls-ca", noise);
        assertThat(ended.code()).isEqualTo(ExitCode.USAGE);
        assertThat(ended.err()).startsWith("quintet: tls: ").endsWith("\n").containsOnlyOnce("\n");
    }

    @Test
    void filesOfTheServerThatAreNoUseAreNamed() {
        String none = directory.resolve("none").toString();
        String key = certificate.key().toString();

        assertThat(Cli.run("serve", "--tls-cert", none, "--tls-key", key))
                .isEqualTo(new Ended(
                        ExitCode.CONFIGURATION,
                        "",
                        "quintet: tls-cert: " + none + " (expected: a file that exists)\n"));
        assertThat(Cli.run("serve", "--tls-key", key))
                .isEqualTo(new Ended(
                        ExitCode.CONFIGURATION,
                        "",
                        "quintet: tls-key: " + key + " (expected: tls-cert with it) [from --tls-key]\n"));
    }
}
