package io.quintet.server;

import static io.quintet.server.TestServer.builtIn;
import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.config.AddressRanges;
import io.quintet.config.Rates;
import io.quintet.config.ServerSettings;
import io.quintet.config.TransportChoice;
import io.quintet.protocol.Framing;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Settings that change while a server runs, for connections that are open and for new ones. */
@OnEveryTransport
class ReloadIT {
    private static final Duration SOON = Duration.ofMillis(200);

    private final TransportChoice transport;

    ReloadIT(TransportChoice transport) {
        this.transport = transport;
    }

    private static void reload(TestServer server, UnaryOperator<ServerSettings> change) {
        server.server().reload(change.apply(server.server().settings()));
    }

    @Test
    void aShorterClockIsForOpenConnectionsToo() {
        try (TestServer server = TestServer.start(transport, builtIn("reverse"));
                RawPeer open = server.connect()) {
            open.send("00003abc").gets("00003cba").silentFor(SOON);
            reload(server, settings -> settings.withTimeouts(settings.timeouts().withIdle(SOON)));

            open.getsEnd();
            assertThat(server.reasonFor(open)).isEqualTo("idle-timeout");
        }
    }

    @Test
    void aLongerClockIsForOpenConnectionsToo() {
        UnaryOperator<ServerSettings> patient =
                settings -> settings.withTimeouts(settings.timeouts().withFrame(Duration.ofMinutes(1)));
        UnaryOperator<ServerSettings> impatient =
                settings -> settings.withTimeouts(settings.timeouts().withFrame(Duration.ofSeconds(2)));
        try (TestServer server = TestServer.start(transport, impatient, builtIn("reverse"));
                RawPeer open = server.connect()) {
            open.send("00003a");
            reload(server, patient);

            open.silentFor(Duration.ofMillis(2800));
            open.send("bc").gets("00003cba").finish().getsEnd();
        }
    }

    @Test
    void aRateBeginsAndEndsOnAnOpenConnection() {
        try (TestServer server = TestServer.start(transport, builtIn("reverse"));
                RawPeer open = server.connect()) {
            open.send("00003abc").gets("00003cba");
            reload(server, settings -> settings.withLimits(settings.limits().withRates(new Rates(1, 0))));
            try (RawPeer fresh = server.connect()) {
                fresh.send("00003abc").gets("00003cba").send("00003abc00003abc").silentFor(Duration.ofMillis(100));
            }
            open.send("00003abc").gets("00003cba").send("00003xyz".repeat(100));
            open.gets("00003zyx".repeat(100)).send("00003abc").silentFor(SOON);
            reload(server, settings -> settings.withLimits(settings.limits().withRates(Rates.OFF)));

            open.gets("00003cba").finish().getsEnd();
        }
    }

    @Test
    void moreRequestsInFlightAreForOpenConnectionsToo() {
        HeldLogic held = new HeldLogic();
        UnaryOperator<ServerSettings> one =
                settings -> settings.withLimits(settings.limits().withMaxInFlight(1));
        try (TestServer server = TestServer.start(transport, one, held);
                RawPeer open = server.connect()) {
            open.send("00001a00001b00001c");
            held.call("a");
            assertThat(held.count()).isEqualTo(1);
            reload(server, settings -> settings.withLimits(settings.limits().withMaxInFlight(3)));

            held.call("c");
            held.answer("a");
            held.answer("b");
            held.answer("c");
            open.gets("00001a00001b00001c").finish().getsEnd();
        }
    }

    @Test
    void whoIsInStaysAndWhoComesIsLookedAtByTheNewRules() {
        try (TestServer server = TestServer.start(transport, builtIn("reverse"));
                RawPeer open = server.connect()) {
            open.send("00003abc").gets("00003cba");
            reload(server, settings -> settings.withLimits(settings.limits().withMaxConnectionsPerIp(1)));
            try (RawPeer second = server.connect()) {
                second.getsEnd();
                assertThat(server.reasonFor(second)).isEqualTo("refused-per-ip");
            }
            reload(
                    server,
                    settings -> settings.withLimits(settings.limits().withMaxConnectionsPerIp(0))
                            .withAccess(settings.access()
                                    .withRanges(AddressRanges.NONE, AddressRanges.parse("127.0.0.0/8"))));
            try (RawPeer third = server.connect()) {
                third.getsEnd();
                assertThat(server.reasonFor(third)).isEqualTo("refused-address");
            }
            reload(
                    server,
                    settings -> settings.withLimits(settings.limits().withMaxConnections(1))
                            .withAccess(settings.access().withRanges(AddressRanges.NONE, AddressRanges.NONE)));
            try (RawPeer fourth = server.connect()) {
                fourth.getsEnd();
                assertThat(server.reasonFor(fourth)).isEqualTo("refused-max-connections");
            }
            open.send("00003xyz").gets("00003zyx").finish().getsEnd();
        }
    }

    @Test
    void whatCannotChangeIsLeftOut() {
        try (TestServer server = TestServer.start(transport, builtIn("reverse"));
                RawPeer open = server.connect()) {
            reload(server, settings -> settings.withFraming(Framing.parse("line")));

            open.send("00003abc").gets("00003cba").finish().getsEnd();
            assertThat(server.server().settings().framing()).isEqualTo(Framing.DEFAULT);
        }
    }
}
