package io.quintet.server;

import static io.quintet.server.TestServer.framing;
import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.config.TransportChoice;
import io.quintet.logic.AsyncLogic;
import io.quintet.logic.Reply;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A peer that ends its input and reads late: every byte of every answer arrives, then FIN. */
@OnEveryTransport
class LateReaderIT {
    private static final String FRAMING = "ascii:8,max=8000000";
    private static final int SMALL = 4096;
    private static final int CONNECTIONS = 60;
    private static final int[] LARGEST = {100, 10_000, 300_000, 7_000_000};

    private final TransportChoice transport;

    LateReaderIT(TransportChoice transport) {
        this.transport = transport;
    }

    private static byte[] frame(int length, char filled) {
        byte[] frame = new byte[8 + length];
        Arrays.fill(frame, (byte) filled);
        byte[] header = RawPeer.bytes("%08d".formatted(length));
        System.arraycopy(header, 0, frame, 0, header.length);
        return frame;
    }

    /** Between the two answers nothing is expected of the socket, neither input nor room. */
    @Test
    void anAnswerThatFitsNoBufferArrivesBehindAnotherOne() {
        HeldLogic logic = new HeldLogic();
        try (TestServer server = TestServer.start(transport, framing(FRAMING), logic);
                RawPeer peer = RawPeer.connect(server.address(), SMALL)) {
            peer.send("00000005first00000006second").finish();
            logic.answer("first");
            peer.gets("00000005first");
            logic.call("second").complete(Shape.reply("x".repeat(7_000_000)));

            peer.gets(frame(7_000_000, 'x')).getsEnd();

            assertThat(server.reasonFor(peer)).isEqualTo("eof");
        }
    }

    @Test
    void answersOfAllSizesArriveAtOnceOrLater() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        AsyncLogic echo = (request, connection) -> later(request, random.nextInt(20));
        try (TestServer server = TestServer.start(transport, framing(FRAMING), echo)) {
            for (int i = 0; i < CONNECTIONS; i++) {
                byte[] first = frame(1 + random.nextInt(1000), 'a');
                byte[] second = frame(1 + random.nextInt(LARGEST[i % LARGEST.length]), 'b');
                try (RawPeer peer = RawPeer.connect(server.address(), random.nextBoolean() ? SMALL : 0)) {
                    peer.send(first).send(second).finish();

                    peer.gets(first).gets(second).getsEnd();
                }
            }
        } catch (AssertionError failure) {
            throw new AssertionError("seed " + seed, failure);
        }
    }

    private static CompletableFuture<Reply> later(byte[] request, int millis) {
        CompletableFuture<Reply> answer = CompletableFuture.completedFuture(Reply.of(request));
        return millis == 0
                ? answer
                : new CompletableFuture<Reply>().completeOnTimeout(answer.join(), millis, TimeUnit.MILLISECONDS);
    }
}
