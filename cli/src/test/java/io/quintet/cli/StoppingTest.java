package io.quintet.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quintet.config.ListenAddress;
import io.quintet.config.Listening;
import io.quintet.config.ServerSettings;
import io.quintet.config.TransportChoice;
import io.quintet.logic.AsyncLogic;
import io.quintet.logic.Reply;
import io.quintet.server.QuintetServer;
import io.quintet.testing.RawPeer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class StoppingTest {
    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger asked = new AtomicInteger();
    private final CompletableFuture<Reply> answer = new CompletableFuture<>();
    private final AsyncLogic held = (request, connection) -> {
        asked.incrementAndGet();
        return answer;
    };

    @Test
    void signalsThatComeTogetherAreOneWish() throws Exception {
        try (QuintetServer server = start();
                Stopping stopping = Stopping.of(server, nanos::get);
                RawPeer peer = RawPeer.connect(server.addresses().get(0))) {
            request(peer);
            stopping.ask("SIGTERM");
            nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(100));
            stopping.ask("SIGTERM");
            answer.complete(Reply.of("abc"));

            peer.gets("00003abc").getsEnd();
            assertThat(stopping.await()).isEqualTo(ExitCode.OK);
        }
    }

    @Test
    void aSecondWishStopsAtOnce() throws Exception {
        try (QuintetServer server = start();
                Stopping stopping = Stopping.of(server, nanos::get);
                RawPeer peer = RawPeer.connect(server.addresses().get(0))) {
            request(peer);
            stopping.ask("SIGTERM");
            nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(101));
            stopping.ask("SIGTERM");

            assertThat(stopping.await()).isEqualTo(ExitCode.FAILURE);
        }
    }

    private QuintetServer start() {
        ServerSettings defaults = ServerSettings.defaults();
        return QuintetServer.start(
                defaults.withListening(Listening.on(new ListenAddress.Tcp("127.0.0.1", 0)))
                        .withEventLoops(defaults.eventLoops().withTransport(TransportChoice.NIO)),
                List.of(held));
    }

    private void request(RawPeer peer) throws Exception {
        peer.send("00003abc");
        await().until(() -> asked.get() == 1);
    }
}
