package io.quintet.server;

import static io.quintet.server.TestServer.builtIn;
import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.config.EventLoops;
import io.quintet.config.ServerSettings;
import io.quintet.config.TransportChoice;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Event loops that never sleep see all that others are woken for: bytes, clocks, what other threads want. */
@OnEveryTransport
class BusyPollIT {
    private final TransportChoice transport;

    BusyPollIT(TransportChoice transport) {
        this.transport = transport;
    }

    private static ServerSettings polling(ServerSettings settings) {
        return settings.withEventLoops(new EventLoops(settings.eventLoops().transport(), 1, true))
                .withTimeouts(settings.timeouts().withIdle(Duration.ofMillis(200)));
    }

    @Test
    void framesAreAnsweredAndTheIdleClockStrikes() {
        try (TestServer server = TestServer.start(transport, BusyPollIT::polling, builtIn("reverse"));
                RawPeer peer = server.connect()) {
            peer.send("00003abc").gets("00003cba").send("00003xyz").gets("00003zyx");

            peer.getsEnd();
            assertThat(server.reasonFor(peer)).isEqualTo("idle-timeout");
        }
    }

    @Test
    void answersOfOtherThreadsAndADrainGetThrough() {
        try (TestServer server = TestServer.start(transport, BusyPollIT::polling, builtIn("delay:20ms", "reverse"));
                RawPeer peer = server.connect()) {
            peer.send("00003abc").gets("00003cba").send("00003xyz");
            server.server().drain();

            peer.gets("00003zyx").getsEnd();
        }
    }
}
