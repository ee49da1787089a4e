package io.quintet.server;

import io.quintet.config.ServerSettings;
import io.quintet.config.TransportChoice;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** How many connections a server lets in from one address. */
@OnEveryTransport
final class AcceptGateIT {
    private final TransportChoice transport;

    AcceptGateIT(TransportChoice transport) {
        this.transport = transport;
    }

    private static final UnaryOperator<ServerSettings> TWO_PER_IP =
            settings -> settings.withLimits(settings.limits().withMaxConnectionsPerIp(2));

    @Test
    void thirdConnectionOfAnAddressIsRefusedUntilOneLeaves() {
        try (TestServer server = TestServer.start(transport, TWO_PER_IP, TestServer.builtIn("reverse"));
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
}
