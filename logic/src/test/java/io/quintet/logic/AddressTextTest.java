package io.quintet.logic;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnixDomainSocketAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressTextTest {
    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, 127.0.0.1:7",
        "::1, [::1]:7",
        "::, [::]:7",
        "fe80::, [fe80::]:7",
        "2001:db8::5, [2001:db8::5]:7",
        "1:0:0:2:0:0:0:3, [1:0:0:2::3]:7",
        "1:0:0:2:3:0:0:4, [1::2:3:0:0:4]:7",
        "1:0:2:3:4:5:6:7, [1:0:2:3:4:5:6:7]:7",
        "fe80::1%1, [fe80::1]:7"
    })
    void anInternetAddressIsAsShortAsUsersWriteIt(String given, String shown) throws Exception {
        assertThat(AddressText.of(new InetSocketAddress(InetAddress.getByName(given), 7)))
                .isEqualTo(shown);
    }

    @Test
    void aNameThatWasNotLookedUpStaysOne() {
        assertThat(AddressText.of(InetSocketAddress.createUnresolved("unknown", 0)))
                .isEqualTo("unknown:0");
    }

    @Test
    void theNameOfAUnixSocketStaysOneLine() {
        assertThat(AddressText.of(UnixDomainSocketAddress.of("/run/q"))).isEqualTo("unix:/run/q");
        assertThat(AddressText.of(UnixDomainSocketAddress.of("a\nb"))).isEqualTo("unix:a\\nb");
        assertThat(AddressText.of(UnixDomainSocketAddress.of(""))).isEqualTo("unix");
    }
}
