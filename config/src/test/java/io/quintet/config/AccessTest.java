package io.quintet.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessTest {
    @ParameterizedTest
    @CsvSource({
        "'', '', 192.0.2.1, true",
        "10.0.0.0/8, '', 10.1.2.3, true",
        "10.0.0.0/8, '', 192.0.2.1, false",
        "10.0.0.0/8, '', ::1, false",
        "'10.0.0.0/8, ::1', '', ::1, true",
        "'', 10.0.0.0/8, 10.1.2.3, false",
        "'', 10.0.0.0/8, 192.0.2.1, true",
        "10.0.0.0/8, 10.1.0.0/16, 10.1.2.3, false",
        "10.0.0.0/8, 10.1.0.0/16, 10.2.2.3, true",
        "10.1.2.3, 10.0.0.0/8, 10.1.2.3, false"
    })
    void denyIsStrongerThanAllowAndNoAllowIsAll(String allow, String deny, String address, boolean letIn)
            throws UnknownHostException {
        Access access = Access.DEFAULT.withRanges(ranges(allow), ranges(deny));

        assertThat(access.permits(InetAddress.getByName(address))).isEqualTo(letIn);
    }

    private static AddressRanges ranges(String text) {
        return text.isEmpty() ? AddressRanges.NONE : AddressRanges.parse(text);
    }
}
