package io.quintet.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressRangeTest {
    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.0.0.0, true",
        "10.0.0.0/8, 10.255.255.255, true",
        "10.0.0.0/8, 9.255.255.255, false",
        "10.0.0.0/8, 11.0.0.0, false",
        "10.0.0.128/25, 10.0.0.127, false",
        "10.0.0.128/25, 10.0.0.128, true",
        "10.0.0.128/25, 10.0.0.255, true",
        "10.0.0.128/25, 10.0.1.128, false",
        "192.0.2.6/31, 192.0.2.5, false",
        "192.0.2.6/31, 192.0.2.7, true",
        "192.0.2.6/31, 192.0.2.8, false",
        "192.0.2.7, 192.0.2.7, true",
        "192.0.2.7, 192.0.2.6, false",
        "0.0.0.0/0, 0.0.0.0, true",
        "0.0.0.0/0, 255.255.255.255, true",
        "0.0.0.0/0, ::1, false",
        "128.0.0.0/1, 127.255.255.255, false",
        "128.0.0.0/1, 128.0.0.0, true",
        "2001:db8::/32, 2001:db8::, true",
        "2001:db8::/32, 2001:db8:ffff:ffff:ffff:ffff:ffff:ffff, true",
        "2001:db8::/32, 2001:db7:ffff:ffff:ffff:ffff:ffff:ffff, false",
        "2001:db8::/32, 2001:db9::, false",
        "2001:db8::8000/113, 2001:db8::7fff, false",
        "2001:db8::8000/113, 2001:db8::ffff, true",
        "::1, ::1, true",
        "::1/128, ::2, false",
        "::/0, ::1, true",
        "::/0, ffff::, true",
        "::/0, 127.0.0.1, false"
    })
    void addressesAreInItByTheirFirstBits(String range, String address, boolean inIt) throws UnknownHostException {
        assertThat(AddressRange.parse(range).contains(InetAddress.getByName(address)))
                .isEqualTo(inIt);
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.1.2.3, true",
        "0.0.0.0/0, 10.1.2.3, true",
        "11.0.0.0/8, 10.1.2.3, false",
        "::ffff:10.0.0.0/104, 10.1.2.3, true",
        "::/0, 10.1.2.3, false",
        "::/64, 10.1.2.3, false"
    })
    void aMappedAddressIsTheIpv4OneInIt(String range, String mapped, boolean inIt) throws UnknownHostException {
        byte[] bytes = new byte[16];
        bytes[10] = (byte) 0xff;
        bytes[11] = (byte) 0xff;
        System.arraycopy(InetAddress.getByName(mapped).getAddress(), 0, bytes, 12, 4);
        Inet6Address asSockets = Inet6Address.getByAddress(null, bytes, 0);

        assertThat(AddressRange.parse(range).contains(asSockets)).isEqualTo(inIt);
    }

    @ParameterizedTest
    @CsvSource({
        "::ffff:10.0.0.0/104, 10.0.0.0/8",
        "::ffff:0:0/96, 0.0.0.0/0",
        "::ffff:192.0.2.1, 192.0.2.1/32",
        "::FFFF:c000:201/128, 192.0.2.1/32",
        "192.0.2.1, 192.0.2.1/32"
    })
    void theSameRangeIsEqualHoweverItIsWritten(String text, String canonical) {
        assertThat(AddressRange.parse(text)).isEqualTo(AddressRange.parse(canonical));
        assertThat(AddressRange.parse(text)).hasToString(canonical);
    }

    @ParameterizedTest
    @CsvSource({
        "10.0.0.1/8, the lowest address of the range: 10.0.0.0/8",
        "0.0.0.1/0, the lowest address of the range: 0.0.0.0/0",
        "192.0.2.7/31, the lowest address of the range: 192.0.2.6/31",
        "2001:db8::1/32, the lowest address of the range: 2001:db8:0:0:0:0:0:0/32",
        "10.0.0.0/33, 0 to 32 bits",
        "::/129, 0 to 128 bits",
        "::ffff:10.0.0.0/95, 96 to 128 bits"
    })
    void bitsBehindThePrefixAndTooManyAreRefused(String text, String expected) {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> AddressRange.parse(text))
                .withMessage(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "''",
        "/8",
        "10.0.0.0/",
        "10.0.0.0/-1",
        "10.0.0.0/+8",
        "10.0.0.0/08",
        "10.0.0.0/8/8",
        "10.0.0/8",
        "10/8",
        "010.0.0.0/8",
        "256.0.0.0/8",
        "10.0.0.0.0",
        "localhost",
        "example.com/8",
        "fe80::1%1",
        "[::1]",
        ":",
        ":::",
        "1::2::3",
        "g::",
        "10.0.0.0/٨"
    })
    void whatIsNoRangeIsRefusedAndNeverLookedUp(String text) {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> AddressRange.parse(text))
                .withMessageStartingWith("ADDRESS or ADDRESS/BITS");
    }

    @Test
    void everyRangeHasExactlyTheAddressesWithItsPrefix() throws UnknownHostException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            byte[] one = new byte[random.nextBoolean() ? 4 : 16];
            random.nextBytes(one);
            one[0] |= 1;
            byte[] other = one.clone();
            int flipped = random.nextInt(one.length * 8);
            other[flipped / 8] ^= (byte) (0x80 >> flipped % 8);
            int prefix = random.nextInt(one.length * 8 + 1);
            for (int bit = prefix; bit < one.length * 8; bit++) {
                one[bit / 8] &= (byte) ~(0x80 >> bit % 8);
            }
            AddressRange range = new AddressRange(InetAddress.getByAddress(one), prefix);

            assertThat(range.contains(InetAddress.getByAddress(other)))
                    .as("seed %d: %s has %s", seed, range, Arrays.toString(other))
                    .isEqualTo(flipped >= prefix);
            assertThat(AddressRange.parse(range.toString())).isEqualTo(range);
        }
    }
}
