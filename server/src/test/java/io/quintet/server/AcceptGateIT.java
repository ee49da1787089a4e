package io.quintet.server;

import io.quintet.config.ServerSettings;
import io.quintet.config.TransportChoice;
import org.junit.jupiter.api.Test;

/** How many connections a server lets in from one address. */
@OnEveryTransport
final class AcceptGateIT {
    private final TransportChoice transport;

    AcceptGateIT(TransportChoice transport) {
        this.transport = transport;
    }

    @Test
    void thirdConnectionOfAnAddressIsRefusedUntilOneLeaves() {
        try (TestServer server = TestServer.start(transport, AcceptGateIT::twoPerIp, TestServer.builtIn("reverse"));
                RawPeer first = server.connect().send("00003abc").gets("00003cba");
                RawPeer second = server.connect().send("00003abc").gets("00003cba")) {
            try (RawPeer third = server.connect()) {
                third.getsEnd();
            }

            first.finish().getsEnd();

            try (RawPeer fourth = server.connect()) {
                fourth.send("00003abc").gets("00003cba");
            }
            second.send("00003xyz").gets("00003zyx");
        }
    }

    private static ServerSettings twoPerIp(ServerSettings settings) {
        return settings.withLimits(settings.limits().withMaxConnectionsPerIp(2));
    }
}
