package io.quintet.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quintet.protocol.Framing;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ServerSettingsReaderTest {
    @Test
    void nothingSetIsTheDefaults() {
        assertThat(ServerSettingsReader.read(new SettingValues())).isEqualTo(ServerSettings.defaults());
    }

    @Test
    void everySettingReachesItsPlace() {
        SettingValues values = everySetting();

        ServerSettings settings = ServerSettingsReader.read(values);

        values.requireGood();
        assertThat(settings).isEqualTo(everythingDifferent());
    }

    private static SettingValues everySetting() {
        return given(
                "listen", "[::1]:0",
                "listen", "unix:/tmp/s",
                "backlog", "7",
                "reuse-port", "true",
                "framing", "bin:4,max=65536",
                "transport", "nio",
                "threads", "3",
                "answers.order", "completion",
                "answers.on-logic-error", "reply:ERR {reason}",
                "answers.on-bad-frame", "reply:bad",
                "answers.telnet", "true",
                "limits.max-connections", "1",
                "limits.max-connections-per-ip", "2",
                "limits.max-in-flight", "3",
                "limits.write-buffer-high", "2KiB",
                "limits.write-buffer-low", "1KiB",
                "limits.max-frame-rate", "100",
                "limits.max-byte-rate", "1MiB",
                "limits.max-connection-age", "1h",
                "limits.idle-timeout", "1s",
                "limits.frame-timeout", "2s",
                "limits.logic-timeout", "3s",
                "limits.write-timeout", "4s",
                "limits.drain-timeout", "0",
                "limits.drain-delay", "6s",
                "access.allow", "10.0.0.0/8,::1",
                "access.allow", "192.0.2.1",
                "access.deny", "10.1.0.0/16",
                "access.proxy-protocol", "required",
                "access.proxy-from", "10.2.0.1",
                "tls-cert", "cert.pem",
                "tls-key", "key.pem",
                "tls-key-password-file", "password",
                "tls-client-auth", "required",
                "tls-client-ca", "ca.pem",
                "tls-engine", "jdk",
                "limits.tls-handshake-timeout", "5s");
    }

    @Test
    void allProblemsAreToldAtOnceEachWithItsOrigin() {
        SettingValues values = given(
                "listen", "foo",
                "threads", "0",
                "transport", "epol",
                "framing", "bin:9",
                "limits.idle-timeout", "5",
                "limits.write-buffer-high", "1KiB",
                "answers.on-bad-frame", "drop",
                "limit.idle", "1s");

        ServerSettingsReader.read(values);

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(values::requireGood)
                .satisfies(e -> assertThat(e.problems())
                        .extracting(Problem::message)
                        .containsExactlyInAnyOrder(
                                "listen: foo (expected: HOST:PORT, [IPV6]:PORT or unix:PATH) [from line 1]",
                                "threads: 0 (expected: 1 to 1024) [from line 2]",
                                "transport: epol (expected one of: auto, io_uring, epoll, kqueue, nio;"
                                        + " did you mean epoll?) [from line 3]",
                                framingMessage("bin:9") + " [from line 4]",
                                "limits.idle-timeout: 5 (expected: " + Durations.EXPECTED + ") [from line 5]",
                                "limits.write-buffer-low: 64KiB (expected: at most limits.write-buffer-high, 1KiB)",
                                "answers.on-bad-frame: drop (expected: close or reply:TEMPLATE) [from line 7]",
                                "setting: limit.idle (expected: a known one) [from line 8]"));
    }

    @Test
    void aSettingWithOneValueIsRefusedTwo() {
        SettingValues values = given("threads", "1", "threads", "2");

        ServerSettingsReader.read(values);

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(values::requireGood)
                .withMessage("threads: 1 and 2 (expected: given once) [from line 2]");
    }

    @Test
    void theSameAddressTwiceIsRefusedUnlessThePortIsFree() {
        SettingValues twice = given("listen", "127.0.0.1:1", "listen", "127.0.0.1:1");
        SettingValues free = given("listen", "127.0.0.1:0", "listen", "127.0.0.1:0");

        ServerSettingsReader.read(twice);
        ServerSettingsReader.read(free);

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(twice::requireGood)
                .withMessage("listen: 127.0.0.1:1 (expected: given once) [from line 1]");
        free.requireGood();
    }

    @Test
    void proxiesAreNamedWhereAndOnlyWhereTheyMeanSomething() {
        SettingValues unnamed = given("access.proxy-protocol", "optional");
        SettingValues unused = given("access.proxy-from", "10.0.0.1");

        ServerSettingsReader.read(unnamed);
        ServerSettingsReader.read(unused);

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(unnamed::requireGood)
                .withMessage("access.proxy-from: none (expected: the addresses of the proxies, for"
                        + " access.proxy-protocol optional)");
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(unused::requireGood)
                .withMessage("access.proxy-from: 10.0.0.1/32 (expected: access.proxy-protocol optional or required"
                        + " with it) [from line 1]");
    }

    @Test
    void whatBelongsToTlsIsRefusedWithoutIt() {
        assertThat(refusalOf("tls-key", "key.pem"))
                .isEqualTo("tls-key: key.pem (expected: tls-cert with it) [from line 1]");
        assertThat(refusalOf("tls-client-auth", "required"))
                .isEqualTo("tls-client-auth: required (expected: tls-cert with it) [from line 1]");
        assertThat(refusalOf("tls-key-password-file", "secret"))
                .isEqualTo("tls-key-password-file: secret (expected: tls-cert with it) [from line 1]");
        assertThat(refusalOf("tls-client-ca", "ca.pem"))
                .isEqualTo("tls-client-ca: ca.pem (expected: tls-cert with it) [from line 1]");
        assertThat(refusalOf("tls-cert", "c", "tls-client-auth", "required"))
                .isEqualTo("tls-client-ca: none (expected: a PEM file, for tls-client-auth required)");
        assertThat(refusalOf("tls-cert", "c", "tls-client-ca", "ca.pem"))
                .isEqualTo("tls-client-ca: ca.pem (expected: tls-client-auth optional or required with it)"
                        + " [from line 2]");
    }

    private static String refusalOf(String... keysAndTexts) {
        SettingValues values = given(keysAndTexts);
        ServerSettingsReader.read(values);
        return assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(values::requireGood)
                .actual()
                .getMessage();
    }

    @Test
    void aStrongerSourceReplacesAllValuesOfAWeakerOne() {
        SettingValues values = new SettingValues()
                .orElse(List.of(new RawValue("listen", "127.0.0.1:1", "--listen")))
                .orElse(List.of(
                        new RawValue("listen", "127.0.0.1:2", "file:1"), new RawValue("threads", "1", "file:2")));

        ServerSettings settings = ServerSettingsReader.read(values);

        assertThat(settings.listening().addresses()).containsExactly(ListenAddress.parse("127.0.0.1:1"));
        assertThat(settings.eventLoops().threads()).isEqualTo(1);
    }

    private static ServerSettings everythingDifferent() {
        return new ServerSettings(
                new Listening(List.of(ListenAddress.parse("[::1]:0"), ListenAddress.parse("unix:/tmp/s")), 7, true),
                Framing.parse("bin:4,max=65536"),
                new Answering(
                        AnswerOrder.COMPLETION,
                        new ErrorPolicy.Reply("ERR {reason}"),
                        new ErrorPolicy.Reply("bad"),
                        true),
                new Limits(1, 2, 3, new WriteBuffer(2048, 1024), 50, new Rates(100, 1 << 20)),
                new Timeouts(
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(3),
                        Duration.ofSeconds(4),
                        Duration.ZERO),
                new Turnover(Duration.ofHours(1), Duration.ofSeconds(6)),
                new EventLoops(TransportChoice.NIO, 3),
                new Access(
                        AddressRanges.parse("10.0.0.0/8,::1/128,192.0.2.1/32"),
                        AddressRanges.parse("10.1.0.0/16"),
                        new ProxyProtocol(ProxyMode.REQUIRED, AddressRanges.parse("10.2.0.1/32"))),
                Optional.of(new ServerTls(
                        new ServerTls.Identity(
                                Path.of("cert.pem"), Optional.of(Path.of("key.pem")), Optional.of(Path.of("password"))),
                        ClientAuth.REQUIRED,
                        Optional.of(Path.of("ca.pem")),
                        Duration.ofSeconds(5),
                        TlsEngine.JDK)));
    }

    private static String framingMessage(String text) {
        try {
            return Framing.parse(text).toString();
        } catch (IllegalArgumentException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private static SettingValues given(String... keysAndTexts) {
        List<RawValue> values = new ArrayList<>();
        for (int i = 0; i < keysAndTexts.length; i += 2) {
            values.add(new RawValue(keysAndTexts[i], keysAndTexts[i + 1], "line " + (i / 2 + 1)));
        }
        return new SettingValues().orElse(values);
    }
}
