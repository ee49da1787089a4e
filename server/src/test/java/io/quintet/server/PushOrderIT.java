package io.quintet.server;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.quintet.config.TransportChoice;
import io.quintet.logic.AsyncLogic;
import io.quintet.logic.InlineLogic;
import io.quintet.logic.Reply;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

/** What was pushed before an answer was given, or before the end was decided, comes before it. */
@OnEveryTransport
class PushOrderIT {
    private final TransportChoice transport;

    PushOrderIT(TransportChoice transport) {
        this.transport = transport;
    }

    /** As fast as another thread can be: it is done before the logic's call is. */
    private static AsyncLogic answeringElsewhere(Reply reply) {
        return (request, connection) -> {
            CompletableFuture<Reply> answer = new CompletableFuture<>();
            CompletionStage<Void> pushing = CompletableFuture.runAsync(() -> {
                connection.push("push".getBytes(US_ASCII));
                answer.complete(reply);
            });
            pushing.toCompletableFuture().join();
            return answer;
        };
    }

    @Test
    void anAnswerDoesNotOvertakeWhatWasPushedBeforeIt() {
        try (TestServer server = TestServer.start(transport, answeringElsewhere(Reply.of("answer")));
                RawPeer peer = server.connect()) {
            peer.send("00003abc00003abc").finish();

            peer.gets("00004push00006answer00004push00006answer").getsEnd();
        }
    }

    @Test
    void whatWasPushedForTheLastRequestReachesAHalfClosedPeer() {
        try (TestServer server = TestServer.start(transport, answeringElsewhere(Reply.none()))) {
            for (int i = 0; i < 20; i++) {
                try (RawPeer peer = server.connect()) {
                    peer.send("00003abc").finish().gets("00004push").getsEnd();
                }
            }
        }
    }

    @Test
    void whatWasPushedBeforeClosingIsWritten() {
        InlineLogic farewell = (request, answer) -> {
            request.connection().push("bye".getBytes(US_ASCII));
            answer.none();
            answer.thenClose();
        };
        try (TestServer server = TestServer.start(transport, farewell);
                RawPeer peer = server.connect()) {
            peer.send("00003abc00003abc").gets("00003bye").getsEnd();
        }
    }
}
