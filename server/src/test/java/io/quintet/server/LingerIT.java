package io.quintet.server;

import static io.quintet.server.TestServer.builtIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quintet.config.TransportChoice;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** How a connection is closed: what was answered arrives, and who goes on sending is cut. */
@OnEveryTransport
class LingerIT {
    private static final String FRAME = "00003abc";
    private static final String ANSWER = "00003cba";

    private final TransportChoice transport;

    LingerIT(TransportChoice transport) {
        this.transport = transport;
    }

    @Test
    void answersBeforeABadFrameArriveThoughThePeerSendsOn() {
        byte[] garbage = new byte[60_000];
        Arrays.fill(garbage, (byte) 'X');
        try (TestServer server = TestServer.start(transport, builtIn("reverse"));
                RawPeer peer = server.connect()) {
            peer.send(FRAME.repeat(10_000) + "X").send(garbage, 0, 30_000).send(garbage, 0, 30_000);

            peer.gets(RawPeer.bytes(ANSWER.repeat(10_000))).getsEnd();

            assertThat(server.reasonFor(peer)).isEqualTo("bad-header");
        }
    }

    /** All of it stays below the write buffer's high mark, whatever the kernel takes. */
    @Test
    void answersBeforeABadFrameArriveThoughThePeerReadsLate() {
        byte[] frame = RawPeer.bytes("12000" + "x".repeat(12_000));
        try (TestServer server = TestServer.start(transport, builtIn("echo"));
                RawPeer peer = RawPeer.connect(server.address(), 4096)) {
            for (int i = 0; i < 20; i++) {
                peer.send(frame);
            }
            peer.send("no more").finish();
            assertThat(server.reasonFor(peer)).isEqualTo("bad-header");

            for (int i = 0; i < 20; i++) {
                peer.gets(frame);
            }
            peer.getsEnd();
        }
    }

    @Test
    void aPeerThatNeitherClosesNorSendsIsGoneAfterASecond() {
        try (TestServer server = TestServer.start(transport, builtIn("reverse"));
                RawPeer peer = server.connect()) {
            peer.send("X").getsEnd();

            await().until(() -> server.server().connections().count() == 0);
        }
    }

    @Test
    void aPeerThatFloodsIsCutByWhatItSends() {
        byte[] flood = new byte[16 * 1024];
        try (TestServer server = TestServer.start(transport, builtIn("reverse"));
                RawPeer peer = server.connect()) {
            peer.send("X").getsEnd();

            assertThat(sendUntilCut(peer, flood))
                    .as("bytes sent before the cut")
                    .isLessThan(64 << 20);
        }
    }

    private static long sendUntilCut(RawPeer peer, byte[] flood) {
        long sent = 0;
        try {
            while (sent < 1 << 30) {
                peer.send(flood);
                sent += flood.length;
            }
        } catch (java.io.UncheckedIOException cut) {
            return sent;
        }
        return sent;
    }
}
