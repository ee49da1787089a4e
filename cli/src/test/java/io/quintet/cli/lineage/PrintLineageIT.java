package io.quintet.cli.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.testing.RawPeer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The defects that print servers are known for: whose line it is, and what a peer can do to it. */
@Timeout(180)
class PrintLineageIT {
    private static Served served;

    @BeforeAll
    static void start() {
        served = Served.start(LineageDocument.server("Print server"));
    }

    @AfterAll
    static void stop() {
        served.close();
    }

    @Test
    void eachLineNamesThePeerItIsAbout() {
        try (RawPeer first = served.connect();
                RawPeer second = served.connect()) {
            first.send("from the first");
            served.logged(address(first), "from the first");
            second.send("from the second");
            served.logged(address(second), "from the second");

            first.finish().getsEnd();

            served.logged(address(first), "disconnected (eof)");
        }
    }

    @Test
    void aResetPeerStillHasItsName() {
        RawPeer peer = served.connect();
        String address = address(peer);
        served.logged(address, "connected");

        peer.reset();

        served.logged(address, "disconnected (peer-reset)");
        assertThat(served.isAlive()).isTrue();
    }

    @Test
    void halfACharacterIsPrintedAndHarmsNothing() {
        byte[] character = "你".getBytes(StandardCharsets.UTF_8);
        try (RawPeer peer = served.connect()) {
            String address = address(peer);
            peer.send(new byte[] {character[0]});
            served.logged(address, "1 bytes: ");
            peer.send(new byte[] {character[1], character[2]});
            served.logged(address, "2 bytes: ");
            peer.send(character);

            served.logged(address, "3 bytes: 你");
        }
    }

    @Test
    void aPeerCannotWriteToTheTerminal() {
        try (RawPeer peer = served.connect()) {
            peer.send("\u001b[2Jcleared\r\nforged line");

            assertThat(served.logged(address(peer), "cleared"))
                    .contains("forged line")
                    .doesNotContain("\u001b");
        }
    }

    private static String address(RawPeer peer) {
        return "127.0.0.1:" + peer.socket().getLocalPort();
    }
}
