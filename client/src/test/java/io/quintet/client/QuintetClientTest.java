package io.quintet.client;

import static io.quintet.client.Texts.bytes;
import static io.quintet.client.Texts.done;
import static io.quintet.client.Texts.text;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.testing.ScriptedServer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests and answers on one connection. */
class QuintetClientTest {
    @Test
    void answersArriveInTheOrderOfTheCalls() {
        try (ScriptedServer server = ScriptedServer.start(ScriptedServer.reversing());
                QuintetClient client = QuintetClient.connect(server.address())) {
            List<CompletionStage<byte[]>> answers = new ArrayList<>();

            for (int i = 0; i < 1000; i++) {
                answers.add(client.call(bytes("request " + i)));
            }

            for (int i = 0; i < 1000; i++) {
                String expected = new StringBuilder("request " + i).reverse().toString();
                assertThat(text(answers.get(i))).isEqualTo(expected);
            }
            assertThat(client.inFlight()).isZero();
        }
    }

    @Test
    void answersAreTheSameInWhicheverSegmentsTheyArrive() {
        long seed = System.nanoTime();
        var random = new Random(seed);
        try (ScriptedServer server = ScriptedServer.start(peer -> {
                    peer.read(24);
                    String answers = "\r\n00003cba00000\n00004four";
                    for (int at = 0, next; at < answers.length(); at = next) {
                        next = Math.min(answers.length(), at + 1 + random.nextInt(3));
                        peer.write(answers.substring(at, next));
                    }
                    peer.readAll();
                });
                QuintetClient client = QuintetClient.connect(server.address())) {
            var first = client.call(bytes("abc"));
            var second = client.call(bytes("abc"));
            var third = client.call(bytes("abc"));

            assertThat(text(first)).as("seed %d", seed).isEqualTo("cba");
            assertThat(text(second)).as("seed %d", seed).isEmpty();
            assertThat(text(third)).as("seed %d", seed).isEqualTo("four");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'ascii:4,incl', 0007abc",
        "'ascii:8,pad=space', '       3abc'",
        "'bin:2', '\0\3abc'",
        "'bin:4,le,incl', '\7\0\0\0abc'",
        "netstring, '3:abc,'",
        "line, 'abc\r\n'",
        "line:lf, 'abc\n'",
        "raw, abc"
    })
    void everyFramingIsSpokenInBothDirections(String framing, String frame) {
        try (ScriptedServer server = ScriptedServer.start(peer -> {
                    peer.write(peer.read(frame.length()));
                    peer.readAll();
                });
                QuintetClient client =
                        QuintetClient.to(server.address()).framing(framing).connect()) {
            assertThat(text(client.call(bytes("abc")))).isEqualTo("abc");
        }
    }

    @Test
    void framesThatNobodyAskedForReachThePushListener() throws InterruptedException {
        var pushes = new LinkedBlockingQueue<String>();
        try (ScriptedServer server = ScriptedServer.start(peer -> {
                    peer.writeFrame("welcome");
                    peer.readFrame();
                    peer.write("00006answer00004news");
                    peer.readAll();
                });
                QuintetClient client = QuintetClient.to(server.address())
                        .onPush(payload -> pushes.add(new String(payload, ISO_8859_1)))
                        .connect()) {
            assertThat(pushes.poll(20, TimeUnit.SECONDS)).isEqualTo("welcome");

            assertThat(text(client.call(bytes("abc")))).isEqualTo("answer");

            assertThat(pushes.poll(20, TimeUnit.SECONDS)).isEqualTo("news");
        }
    }

    @Test
    void aThrowingPushListenerHarmsNothing() {
        try (ScriptedServer server = ScriptedServer.start(peer -> {
                    peer.writeFrame("welcome");
                    ScriptedServer.reversing().serve(peer);
                });
                QuintetClient client = QuintetClient.to(server.address())
                        .onPush(payload -> {
                            throw new Deliberate();
                        })
                        .hooks(new ClientHooks() {
                            @Override
                            public void pushed(int payloadBytes) {
                                throw new Deliberate();
                            }
                        })
                        .connect()) {
            assertThat(text(client.call(bytes("abc")))).isIn("cba", "welcome");
        }
    }

    @Test
    void oneWayPayloadsAndFramedBytesLeaveInOrderAndAwaitNothing() throws Exception {
        var received = new CompletableFuture<String>();
        try (ScriptedServer server = ScriptedServer.start(peer -> received.complete(peer.readAll()))) {
            try (QuintetClient client = QuintetClient.connect(server.address())) {
                done(client.send(bytes("abc")));
                done(client.sendFramed(bytes("00x")));
            }
            assertThat(done(received)).isEqualTo("00003abc00x");
        }
    }

    @Test
    void callsFromAnAnswersOwnThreadNeverWait() {
        try (ScriptedServer server = ScriptedServer.start(ScriptedServer.reversing());
                QuintetClient client =
                        QuintetClient.to(server.address()).maxInFlight(1).connect()) {
            var chained = client.call(bytes("abc")).thenCompose(client::call).thenCompose(client::call);

            assertThat(text(chained)).isEqualTo("cba");
        }
    }

    /** A failure without a stack trace in the log. */
    private static final class Deliberate extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Deliberate() {
            super("deliberate", null, false, false);
        }
    }
}
