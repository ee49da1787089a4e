package io.quintet.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ServerAddressTest {
    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1:6789", "[::1]:1", "[fe80::1%eth0]:65535", "example.org:80", "unix:/tmp/a b"})
    void anAddressPrintsAsItWasWritten(String text) {
        ServerAddress address = ServerAddress.parse(text);

        assertThat(address).hasToString(text);
        assertThat(ServerAddress.parse(address.toString())).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "localhost", ":1", "::1:80", "[::1]", "a:0", "a:65536", "a:123456", "a b:1", "unix:", "a:+1"
            })
    void anythingElseIsRefusedInOneLine(String text) {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> ServerAddress.parse(text))
                .withMessage(
                        "address: " + text + " (expected: HOST:PORT, [IPV6]:PORT or unix:PATH, the port 1 to 65535)");
    }
}
