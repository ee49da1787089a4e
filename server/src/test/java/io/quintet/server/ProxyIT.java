package io.quintet.server;

import static io.quintet.server.TestServer.builtIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quintet.config.AddressRanges;
import io.quintet.config.ProxyMode;
import io.quintet.config.ProxyProtocol;
import io.quintet.config.ServerSettings;
import io.quintet.config.TransportChoice;
import io.quintet.logic.AddressText;
import io.quintet.logic.AsyncLogic;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Connections behind a load balancer that speaks the PROXY protocol. */
@OnEveryTransport
class ProxyIT {
    /** Answers with the address that a connection is from. */
    private static final AsyncLogic WHO = (request, connection) ->
            CompletableFuture.completedFuture(Shape.reply(AddressText.of(connection.remoteAddress())));

    private static final String FROM_192_0_2_1 = "00015192.0.2.1:56324";

    private final TransportChoice transport;

    ProxyIT(TransportChoice transport) {
        this.transport = transport;
    }

    private static UnaryOperator<ServerSettings> proxy(ProxyMode mode, String from) {
        return settings ->
                settings.withAccess(settings.access().withProxy(new ProxyProtocol(mode, AddressRanges.parse(from))));
    }

    private static UnaryOperator<ServerSettings> proxy(ProxyMode mode) {
        return proxy(mode, "127.0.0.1");
    }

    private static ServerSettings hasty(ServerSettings settings) {
        return settings.withTimeouts(settings.timeouts().withFrame(Duration.ofMillis(100)));
    }

    @ParameterizedTest
    @EnumSource(
            value = ProxyMode.class,
            names = {"OPTIONAL", "REQUIRED"})
    void theSourceThatAHeaderTellsIsThePeer(ProxyMode mode) {
        try (TestServer server = TestServer.start(transport, proxy(mode), WHO);
                RawPeer first = server.connect();
                RawPeer second = server.connect()) {
            first.send(ProxyBytes.v1("192.0.2.1") + "00001x").gets(FROM_192_0_2_1);
            second.send(ProxyBytes.v2("\u00c0\0\2\1") + "\r\n00001x").gets(FROM_192_0_2_1);

            first.send("X").getsEnd();
            assertThat(server.lines().with(" from 192.0.2.1:56324").getFormattedMessage())
                    .startsWith("closed bad-header: connection ");
            second.finish().getsEnd();
        }
    }

    @Test
    void anySegmentationOfHeaderAndFramesIsTheSame() {
        String sent = ProxyBytes.v2("\u00c0\0\2\1") + "\r\n00001x00001y";
        try (TestServer server = TestServer.start(transport, proxy(ProxyMode.OPTIONAL), WHO)) {
            for (int cut = 1; cut < sent.length(); cut++) {
                try (RawPeer peer = server.connect()) {
                    peer.send(sent.substring(0, cut)).send(sent.substring(cut));
                    peer.gets(FROM_192_0_2_1 + FROM_192_0_2_1).finish().getsEnd();
                }
            }
            try (RawPeer peer = server.connect()) {
                sent.chars().forEach(one -> peer.send(String.valueOf((char) one)));
                peer.gets(FROM_192_0_2_1 + FROM_192_0_2_1).finish().getsEnd();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"PROXY UNKNOWN\r\n", "\r\n\r\n\0\r\nQUIT\n \0\0\0"})
    void whereTheHeaderTellsNobodyThePeerIsTheLoadBalancer(String header) {
        try (TestServer server = TestServer.start(transport, proxy(ProxyMode.REQUIRED), WHO);
                RawPeer peer = server.connect()) {
            String name = peer.name();
            peer.send(header + "00001x").gets(String.format("%05d", name.length()) + name);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"00003abc", "\r\n\r\n00003abc", "\r\n00003abc"})
    void anOptionalHeaderMayBeLeftOut(String sent) {
        try (TestServer server = TestServer.start(transport, proxy(ProxyMode.OPTIONAL), builtIn("reverse"));
                RawPeer peer = server.connect();
                RawPeer slow = server.connect()) {
            peer.send(sent).gets("00003cba").finish().getsEnd();

            sent.chars().forEach(one -> slow.send(String.valueOf((char) one)));
            slow.gets("00003cba").finish().getsEnd();
        }
    }

    @Test
    void aSilentPeerOfAnOptionalHeaderIsServedAfterAWhile() {
        try (TestServer server = TestServer.start(
                        transport, settings -> hasty(proxy(ProxyMode.OPTIONAL).apply(settings)), builtIn("reverse"));
                RawPeer peer = server.connect()) {
            await().until(() -> server.server().connections().count() == 1);

            peer.send("00003abc").gets("00003cba").finish().getsEnd();
        }
    }

    @Test
    void fromSomebodyElseAnOptionalHeaderIsABadFrame() {
        try (TestServer server =
                        TestServer.start(transport, proxy(ProxyMode.OPTIONAL, "192.0.2.0/24"), builtIn("reverse"));
                RawPeer peer = server.connect()) {
            peer.send(ProxyBytes.v1("192.0.2.1")).getsEnd();

            assertThat(server.lines().about(peer).getFormattedMessage())
                    .startsWith("closed bad-header: ")
                    .endsWith("looks like PROXY protocol v1");
        }
    }

    @Test
    void somebodyElseIsRefusedWhereAHeaderIsRequired() {
        try (TestServer server =
                        TestServer.start(transport, proxy(ProxyMode.REQUIRED, "192.0.2.0/24"), builtIn("reverse"));
                RawPeer peer = server.connect()) {
            peer.getsEnd();

            assertThat(server.lines().about(peer).getFormattedMessage())
                    .startsWith("closed proxy-header: connection from ")
                    .endsWith("(expected: a source in access.proxy-from)");
        }
    }

    @Test
    void framesWithoutARequiredHeaderAreRefusedWithADiagnosis() {
        try (TestServer server = TestServer.start(transport, proxy(ProxyMode.REQUIRED), builtIn("reverse"));
                RawPeer peer = server.connect()) {
            peer.send("00003abc").getsEnd();

            assertThat(server.lines().about(peer).getFormattedMessage())
                    .endsWith(": first bytes: 3030303033616263 (expected: a PROXY protocol header)");
        }
    }

    @Test
    void aMalformedHeaderIsRefusedWithADiagnosis() {
        try (TestServer server = TestServer.start(transport, proxy(ProxyMode.OPTIONAL), builtIn("reverse"));
                RawPeer peer = server.connect()) {
            peer.send(ProxyBytes.v1("192.0.2.\u001b[2J")).getsEnd();

            assertThat(server.lines().about(peer).getFormattedMessage())
                    .startsWith("closed proxy-header: connection from ")
                    .endsWith(": PROXY v1 source: 192.0.2.\\x1b[2J (expected: an IPv4 address)");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "PROXY TCP4 ", "\r\n\r\n\0\r\nQUIT\n"})
    void aRequiredHeaderHasItsTime(String begun) {
        try (TestServer server = TestServer.start(
                        transport, settings -> hasty(proxy(ProxyMode.REQUIRED).apply(settings)), builtIn("reverse"));
                RawPeer peer = server.connect()) {
            peer.send(begun).getsEnd();

            assertThat(server.lines().about(peer).getFormattedMessage())
                    .startsWith("closed proxy-header: connection from ")
                    .contains("not whole after 100 ms");
        }
    }

    @Test
    void aHeaderThatEndsInTheMiddleIsRefusedAndSilenceIsNot() {
        try (TestServer server = TestServer.start(transport, proxy(ProxyMode.REQUIRED), builtIn("reverse"));
                RawPeer half = server.connect();
                RawPeer silent = server.connect()) {
            half.send("PROXY").finish().getsEnd();
            silent.finish().getsEnd();

            assertThat(server.lines().about(half).getFormattedMessage()).contains("ended before it was whole");
            assertThat(server.lines().about(silent).getLevel().toString()).isEqualTo("DEBUG");
        }
    }

    @Test
    void rulesAndLimitsAreForTheSource() {
        UnaryOperator<ServerSettings> rules = settings -> {
            ServerSettings behind = proxy(ProxyMode.REQUIRED).apply(settings);
            return behind.withAccess(
                            behind.access().withRanges(AddressRanges.parse("192.0.2.0/24"), AddressRanges.NONE))
                    .withLimits(behind.limits().withMaxConnectionsPerIp(1));
        };
        try (TestServer server = TestServer.start(transport, rules, WHO);
                RawPeer first = server.connect();
                RawPeer second = server.connect();
                RawPeer other = server.connect();
                RawPeer denied = server.connect();
                RawPeer check = server.connect()) {
            first.send(ProxyBytes.v1("192.0.2.1") + "00001x").gets(FROM_192_0_2_1);
            second.send(ProxyBytes.v1("192.0.2.1")).getsEnd();
            other.send(ProxyBytes.v1("192.0.2.2") + "00001x").gets("00015192.0.2.2:56324");
            denied.send(ProxyBytes.v1("198.51.100.7")).getsEnd();
            check.send(ProxyBytes.v2(0x20, 0, "") + "00001x").gets("000");

            assertThat(server.lines().with("refused-per-ip").getFormattedMessage())
                    .contains(" from 192.0.2.1:56324 ");
        }
    }

    @Test
    void whoWaitsInTheLobbyDoesNotHoldUpAStop() {
        try (TestServer server = TestServer.start(transport, proxy(ProxyMode.REQUIRED), builtIn("reverse"));
                RawPeer peer = server.connect()) {
            peer.send("PROXY ");

            assertThat(TestServer.await(server.server().stopNow()).took()).isLessThan(Duration.ofSeconds(4));
        }
    }
}
