package io.quintet.server;

import static io.quintet.server.TestServer.builtIn;

import io.quintet.config.TransportChoice;
import io.quintet.logic.Answer;
import io.quintet.logic.InlineLogic;
import io.quintet.logic.Request;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** More connections than wait together to be sent, all of them ready to be read at the same moment. */
@OnEveryTransport
class CrowdIT {
    private static final int CROWD = 200;
    private static final int ROUNDS = 4;

    private final TransportChoice transport;

    CrowdIT(TransportChoice transport) {
        this.transport = transport;
    }

    @Test
    void everyoneIsAnsweredRoundAfterRound() throws InterruptedException {
        HeldLoop held = new HeldLoop();
        try (TestServer server = TestServer.start(
                transport,
                settings -> settings.withEventLoops(settings.eventLoops().withThreads(1)),
                builtIn("reverse")[0],
                held)) {
            RawPeer holder = server.connect();
            List<RawPeer> crowd = Stream.generate(server::connect).limit(CROWD).toList();
            for (int round = 0; round < ROUNDS; round++) {
                held.hold();
                holder.send("00004dloh");
                held.awaitHeld();
                crowd.forEach(peer -> peer.send("00003abc00003xyz"));
                held.release();

                crowd.forEach(peer -> peer.gets("00003cba00003zyx"));
                holder.gets("00004hold");
            }
            holder.close();
            crowd.forEach(RawPeer::close);
        }
    }

    /** Keeps its event loop at the frame {@code hold} until it is released. */
    private static final class HeldLoop implements InlineLogic {
        private volatile CountDownLatch reached = new CountDownLatch(0);
        private volatile CountDownLatch released = new CountDownLatch(0);

        void hold() {
            reached = new CountDownLatch(1);
            released = new CountDownLatch(1);
        }

        void awaitHeld() throws InterruptedException {
            reached.await();
        }

        void release() {
            released.countDown();
        }

        @Override
        public void answer(Request request, Answer answer) {
            if (request.payload().text().equals("hold")) {
                reached.countDown();
                await(released);
            }
            answer.append(request.payload());
        }

        private static void await(CountDownLatch latch) {
            try {
                latch.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
