package io.quintet.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ListenAddressTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1:6789",
                "0.0.0.0:0",
                "localhost:65535",
                "a-b.example:1",
                "[::1]:0",
                "[::]:6789",
                "[fe80::1%1]:80",
                "[::ffff:127.0.0.1]:80",
                "unix:/run/quintet.sock",
                "unix:relative"
            })
    void whatIsReadWritesItselfAgain(String text) {
        assertThat(ListenAddress.parse(text)).hasToString(text);
    }

    @Test
    void anIpv6AddressIsKeptWithoutItsBrackets() {
        assertThat(ListenAddress.parse("[::1]:5")).isEqualTo(new ListenAddress.Tcp("::1", 5));
    }

    @Test
    void aSocketInTheFileSystemIsAPath() {
        assertThat(ListenAddress.parse("unix:/a/b")).isEqualTo(new ListenAddress.Unix(Path.of("/a/b")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "foo | foo (expected: HOST:PORT, [IPV6]:PORT or unix:PATH)",
                "6789 | 6789 (expected: HOST:PORT, [IPV6]:PORT or unix:PATH; did you mean 127.0.0.1:6789?)",
                "::1:6789 | ::1:6789 (expected: HOST:PORT, [IPV6]:PORT or unix:PATH; did you mean [::1]:6789?)",
                ":6789 | :6789 (expected: 127.0.0.1:6789 for this machine only, 0.0.0.0:6789 for all)",
                "[::g]:1 | [::g] (expected: an IPv6 address)",
                "[]:1 | []:1 (expected: 127.0.0.1:1 for this machine only, 0.0.0.0:1 for all)",
                "300.1.1.1:1 | 300.1.1.1 (expected: an IPv4 address: four numbers from 0 to 255)",
                "1.2.3:1 | 1.2.3 (expected: an IPv4 address: four numbers from 0 to 255)",
                "127.0.0.01:1 | 127.0.0.01 (expected: an IPv4 address: four numbers from 0 to 255)",
                "a b:1 | a b (expected: a host name or an address)",
                "h:65536 | h:65536 (expected: a port from 0 to 65535)",
                "h:+1 | h:+1 (expected: HOST:PORT, [IPV6]:PORT or unix:PATH)",
                "unix: | unix: (expected: unix:PATH with 1 to 107 bytes)"
            })
    void aWrongOneIsRefusedWithWhatWouldBeRight(String text, String message) {
        assertThatExceptionOfType(SettingException.class)
                .isThrownBy(() -> ListenAddress.parse(text))
                .withMessage("listen: " + message);
    }

    @Test
    void aPathTooLongForTheSystemIsRefused() {
        assertThatExceptionOfType(SettingException.class)
                .isThrownBy(() -> ListenAddress.parse("unix:/" + "x".repeat(107)))
                .withMessageEndingWith("(expected: unix:PATH with 1 to 107 bytes)");
    }
}
