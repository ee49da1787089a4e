package io.quintet.cli.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.testing.RawPeer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** The defects of the direct ancestor, looked for on every transport. */
@Timeout(180)
@ParameterizedClass(name = "{0}")
@ValueSource(strings = {"nio", "epoll", "io_uring"})
record ReverseLineageIT(String transport) {
    private static Served served;

    @BeforeParameterizedClassInvocation
    static void start(String transport) {
        served = Served.start(LineageDocument.server("Five digits, reversed"), "--transport", transport);
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        served.close();
    }

    @Test
    void aHeaderThatNumbersCouldBeReadFromIsNoHeader() {
        String fullWidth = new String("０".getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        List<String> headers =
                List.of("+0003abc", " 0003abc", "0003 abc", "\t0003abc", "0_003abc", "-0001a", "0x003abc", fullWidth);
        for (String header : headers) {
            try (RawPeer peer = served.connect()) {
                peer.send("00003abc" + header);

                peer.gets("00003cba").getsEnd();
                served.logged("bad-header", "127.0.0.1:" + peer.socket().getLocalPort());
            }
        }
    }

    @Test
    void aLineBreakInAPayloadStaysThereAndEatsNoHeader() {
        try (RawPeer peer = served.connect()) {
            peer.send("00005\r\nabc00003xyz").gets("00005cba\n\r00003zyx");
            peer.send("00005").send("\r\nabc").gets("00005cba\n\r");
            peer.send("\n00003abc\r").send("\n00001x").gets("00003cba00001x");
        }
    }

    @Test
    void aCharacterCutInTheMiddleIsStillOnePayload() {
        byte[] text = "中文".getBytes(StandardCharsets.UTF_8);
        String reversed = new StringBuilder(new String(text, StandardCharsets.ISO_8859_1))
                .reverse()
                .toString();
        try (RawPeer peer = served.connect()) {
            peer.send("00006");
            for (byte one : text) {
                peer.send(new byte[] {one});
            }

            peer.gets("00006" + reversed);
        }
    }

    @Test
    void everyFrameBeforeTheEndIsAnsweredToASlowReader() {
        String payload = "0123456789".repeat(5000);
        String answer = "9876543210".repeat(5000);
        int frames = 100;
        try (RawPeer peer = RawPeer.connect(served.address(), 4096)) {
            CompletableFuture<Void> sending = CompletableFuture.runAsync(
                    () -> peer.send(("50000" + payload).repeat(frames)).finish());

            served.process().requireIdleLoops();

            peer.gets(("50000" + answer).repeat(frames).getBytes(StandardCharsets.US_ASCII))
                    .getsEnd();
            sending.join();
        }
    }

    @Test
    void aFailingLogicEndsItsConnectionAndNothingElse() {
        try (Served failing = Served.start(
                LineageDocument.server("Five digits, reversed"), "--transport", transport, "--logic", "fail")) {
            for (int i = 0; i < 3; i++) {
                try (RawPeer peer = failing.connect()) {
                    peer.send("00003abc").getsEnd();
                    failing.logged("logic-error", "127.0.0.1:" + peer.socket().getLocalPort());
                }
            }
            assertThat(failing.isAlive()).isTrue();
        }
    }
}
