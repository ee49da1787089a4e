package io.quintet.client;

import static io.quintet.client.Texts.bytes;
import static io.quintet.client.Texts.done;
import static io.quintet.client.Texts.failure;
import static io.quintet.client.Texts.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.testing.ScriptedServer;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a conversation ends when the client wants it to. */
class ClosingTest {
    @Test
    void theSendingSideIsFinishedAndTheAnswersStillArrive() {
        try (ScriptedServer server = ScriptedServer.start(peer -> {
                    String request = peer.readAll();
                    peer.write(request);
                });
                QuintetClient client = QuintetClient.connect(server.address())) {
            var first = client.call(bytes("abc"));
            var second = client.call(bytes("xyz"));
            var ended = client.finish();

            assertThat(text(first)).isEqualTo("abc");
            assertThat(text(second)).isEqualTo("xyz");
            done(ended);
            assertThat(failure(client.call(bytes("late"))).error()).isEqualTo(ClientError.CLOSED);
        }
    }

    @Test
    void closingWaitsForTheAnswers() {
        var go = new CompletableFuture<Void>();
        try (ScriptedServer server = ScriptedServer.start(peer -> {
            String request = peer.readFrame();
            done(go);
            peer.writeFrame(request);
            peer.readAll();
        })) {
            QuintetClient client = QuintetClient.connect(server.address());
            var answer = client.call(bytes("abc"));
            go.completeOnTimeout(null, 50, TimeUnit.MILLISECONDS);

            client.close();

            assertThat(answer.toCompletableFuture()).isCompleted();
            assertThat(failure(client.call(bytes("late"))))
                    .hasMessageContaining(": closed (expected: open when a request is made)");
        }
    }

    @Test
    void stagesFailWithTheExceptionItself() {
        try (ScriptedServer server = ScriptedServer.start(peer -> peer.readAll())) {
            QuintetClient client = QuintetClient.connect(server.address());
            List<Throwable> failures = new CopyOnWriteArrayList<>();
            client.call(bytes("abc")).whenComplete((answer, why) -> failures.add(why));
            client.closeNow();
            done(client.ended());
            client.send(bytes("abc")).whenComplete((nothing, why) -> failures.add(why));

            Awaitility.await().until(() -> failures.size() == 2);
            assertThat(failures).allMatch(why -> why instanceof ClientException);
        }
    }

    @Test
    void closingAtOnceFailsWhatIsUnanswered() {
        try (ScriptedServer server = ScriptedServer.start(peer -> peer.readAll())) {
            QuintetClient client = QuintetClient.connect(server.address());
            var answer = client.call(bytes("abc"));

            client.closeNow();

            assertThat(failure(answer).error()).isEqualTo(ClientError.CLOSED);
            done(client.ended());
            client.close();
        }
    }

    @Test
    void socketsInTheFileSystemAreConnectedTo(@TempDir Path directory) throws IOException {
        Path path = directory.resolve("socket");
        try (ServerSocketChannel listener = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            listener.bind(UnixDomainSocketAddress.of(path));
            try (QuintetClient client = QuintetClient.connect("unix:" + path);
                    SocketChannel peer = listener.accept()) {
                var answer = client.call(bytes("abc"));
                var ended = client.finish();
                assertThat(peer.read(ByteBuffer.allocate(8))).isEqualTo(8);
                assertThat(peer.read(ByteBuffer.allocate(8))).isEqualTo(-1);
                peer.write(ByteBuffer.wrap(bytes("00003cba")));
                peer.close();

                assertThat(text(answer)).isEqualTo("cba");
                done(ended);
            }
        }
    }
}
