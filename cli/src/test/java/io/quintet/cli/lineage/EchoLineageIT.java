package io.quintet.cli.lineage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quintet.testing.RawPeer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** The defects that echo servers on select, poll and epoll are known for, looked for in theirs here and on io_uring. */
@Timeout(180)
@ParameterizedClass(name = "{0}")
@MethodSource("servers")
record EchoLineageIT(String command) {
    private static final int MANY_BYTES = 5 * 1024 * 1024;

    /** One more than {@code select} has places for. */
    private static final int MANY_CONNECTIONS = 1025;

    private static Served served;

    static List<String> servers() {
        String epoll = LineageDocument.server("Echo on epoll");
        return List.of(
                LineageDocument.server("Echo on select"),
                LineageDocument.server("Echo on poll"),
                epoll,
                epoll.replace("--transport epoll", "--transport io_uring"));
    }

    @BeforeParameterizedClassInvocation
    static void start(String command) {
        served = Served.start(command);
    }

    @AfterParameterizedClassInvocation
    static void stop() {
        served.close();
    }

    @Test
    void aSlowReaderGetsItsTailAndKeepsNoProcessorBusy() {
        byte[] bytes = new byte[MANY_BYTES];
        new Random(MANY_BYTES).nextBytes(bytes);
        try (RawPeer peer = RawPeer.connect(served.address(), 4096)) {
            CompletableFuture<Void> sending =
                    CompletableFuture.runAsync(() -> peer.send(bytes).finish());

            served.process().requireIdleLoops();

            peer.gets(bytes).getsEnd();
            sending.join();
        }
    }

    @Test
    void aWaitingHalfClosedConnectionKeepsNoProcessorBusy() {
        try (Served waiting = Served.start(command, "--logic", "delay:600s", "--logic-timeout", "0");
                RawPeer peer = waiting.connect()) {
            peer.send("abc").finish();

            waiting.process().requireIdleLoops();
        }
    }

    @Test
    void endOfInputInTheSameBurstAsDataIsTheEnd() {
        for (int i = 0; i < 50; i++) {
            try (RawPeer peer = served.connect()) {
                peer.send("abc").finish();
                peer.gets("abc").getsEnd();
            }
        }
        served.process().requireIdleLoops();
    }

    @Test
    void whoSendsWithoutPauseIsAnsweredMeanwhile() throws Exception {
        byte[] chunk = new byte[16 * 1024];
        try (RawPeer peer = served.connect()) {
            int sent = 0;
            while (peer.socket().getInputStream().available() == 0 && sent < MANY_BYTES) {
                peer.send(chunk);
                sent += chunk.length;
            }

            assertThat(sent).isLessThan(MANY_BYTES);
        }
    }

    @Test
    void aCharacterCutInTheMiddleComesBackWhole() {
        byte[] text = "你好, wörld".getBytes(StandardCharsets.UTF_8);
        try (RawPeer peer = served.connect()) {
            for (byte one : text) {
                byte[] part = {one};
                peer.send(part).gets(part);
            }
        }
    }

    @Test
    void resetsHarmNoOtherConnection() {
        try (RawPeer other = served.connect()) {
            for (int i = 0; i < 20; i++) {
                RawPeer victim = RawPeer.connect(served.address(), 4096);
                victim.send(new byte[100_000]);
                victim.reset();
            }

            other.send("abc").gets("abc");
        }
        assertThat(served.isAlive()).isTrue();
    }

    @Test
    void everyDescriptorComesBack() {
        try (RawPeer first = served.connect()) {
            first.send("abc").gets("abc").finish().getsEnd();
        }
        long before = served.process().descriptors();

        for (int i = 0; i < 100; i++) {
            endOneWayOrOther(i, served.connect());
        }

        await().atMost(Duration.ofSeconds(60)).until(() -> served.process().descriptors() <= before);
    }

    private static void endOneWayOrOther(int number, RawPeer peer) {
        peer.send("abc");
        switch (number % 4) {
            case 0 -> peer.gets("abc").finish().getsEnd().close();
            case 1 -> peer.reset();
            case 2 -> peer.gets("abc").close();
            default -> peer.finish().gets("abc").getsEnd().close();
        }
    }

    @Test
    void thereAreMoreConnectionsThanSelectHasPlaces() {
        List<RawPeer> peers = new ArrayList<>();
        try {
            for (int i = 0; i < MANY_CONNECTIONS; i++) {
                peers.add(served.connect());
            }
            for (RawPeer peer : peers) {
                peer.send("abc").gets("abc");
            }
        } finally {
            peers.forEach(RawPeer::close);
        }
    }
}
