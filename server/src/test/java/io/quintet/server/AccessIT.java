package io.quintet.server;

import static io.quintet.server.TestServer.builtIn;
import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.config.AddressRanges;
import io.quintet.config.ListenAddress;
import io.quintet.config.Listening;
import io.quintet.config.ServerSettings;
import io.quintet.config.TransportChoice;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is let in. */
@OnEveryTransport
class AccessIT {
    private final TransportChoice transport;

    AccessIT(TransportChoice transport) {
        this.transport = transport;
    }

    private static UnaryOperator<ServerSettings> rules(String allow, String deny) {
        return settings -> settings.withAccess(settings.access().withRanges(ranges(allow), ranges(deny)));
    }

    private static AddressRanges ranges(String text) {
        return text.isEmpty() ? AddressRanges.NONE : AddressRanges.parse(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.0/8", "127.0.0.1", "::ffff:127.0.0.1", "192.0.2.1,0.0.0.0/0"})
    void anAllowedAddressIsServed(String allow) {
        try (TestServer server = TestServer.start(transport, rules(allow, "192.0.2.0/24"), builtIn("reverse"));
                RawPeer peer = server.connect()) {
            peer.send("00003abc").gets("00003cba").finish().getsEnd();
        }
    }

    @Test
    void anAddressThatIsNotAllowedIsClosedAtOnce() {
        try (TestServer server = TestServer.start(transport, rules("192.0.2.0/24", ""), builtIn("reverse"));
                RawPeer peer = server.connect()) {
            peer.getsEnd();

            assertThat(server.lines().about(peer).getFormattedMessage())
                    .isEqualTo("closed refused-address: connection from " + peer.name()
                            + " (expected: one that access.allow and access.deny let in)");
            assertThat(server.server().connections().count()).isZero();
        }
    }

    @Test
    void aDeniedAddressIsClosedThoughItIsAllowed() {
        try (TestServer server = TestServer.start(transport, rules("127.0.0.0/8", "127.0.0.1"), builtIn("reverse"));
                RawPeer peer = server.connect()) {
            peer.getsEnd();

            assertThat(server.lines().about(peer).getFormattedMessage()).startsWith("closed refused-address: ");
        }
    }

    @Test
    void anIpv4PeerOfAnIpv6SocketIsTheIpv4PeerThatItIs() {
        UnaryOperator<ServerSettings> everywhere =
                settings -> settings.withListening(Listening.on(new ListenAddress.Tcp("::", 0)));
        try (TestServer server = TestServer.start(
                transport,
                settings -> everywhere.apply(rules("", "127.0.0.0/8").apply(settings)),
                builtIn("reverse"))) {
            int port = ((InetSocketAddress) server.address()).getPort();
            try (RawPeer peer = RawPeer.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))) {
                peer.getsEnd();

                assertThat(server.lines().about(peer).getFormattedMessage()).startsWith("closed refused-address: ");
            }
        }
    }
}
