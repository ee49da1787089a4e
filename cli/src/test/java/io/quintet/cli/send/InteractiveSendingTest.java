package io.quintet.cli.send;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quintet.client.ServerAddress;
import io.quintet.protocol.Framing;
import io.quintet.testing.ScriptedServer;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** A conversation whose lines come from a test. */
class InteractiveSendingTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ScriptedConsole console = new ScriptedConsole();

    @Test
    void answersShowAboveTheNextLineAndControlBytesDoNotPass() {
        try (ScriptedServer server = ScriptedServer.start(ScriptedServer.reversing())) {
            console.type("abc", "m13[\u001b", " x ", "exit");

            conversation(server, PayloadForm.TEXT, true).run(console);

            assertThat(console.said)
                    .containsExactly(
                            "connected to " + server.address()
                                    + ", framing ascii:5; exit, Ctrl-D or an empty line ends",
                            "cba",
                            "\\x1b[31m",
                            " x ");
            assertThat(out.size()).isZero();
        }
    }

    @Test
    void answersGoToStdoutWhereThatIsAFile() {
        try (ScriptedServer server = ScriptedServer.start(ScriptedServer.reversing())) {
            console.type("abc", "");

            conversation(server, PayloadForm.TEXT, false).run(console);

            assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("cba\n");
        }
    }

    @Test
    void aWrongLineIsSaidAndTheNextOneSent() {
        try (ScriptedServer server = ScriptedServer.start(ScriptedServer.reversing())) {
            console.type("xyz", "61 62");

            conversation(server, PayloadForm.HEX, true).run(console);

            assertThat(console.said).contains("payload: xyz (expected: hex digits, two a byte)", "ba");
        }
    }

    @Test
    void whatTheServerSendsByItselfIsShown() throws InterruptedException {
        try (ScriptedServer server = ScriptedServer.start(peer -> {
            peer.writeFrame("welcome");
            peer.readAll();
        })) {
            console.awaited = "welcome";

            conversation(server, PayloadForm.TEXT, true).run(console);

            assertThat(console.said).contains("welcome");
        }
    }

    @Test
    void aMissingServerEndsItAtOnce() {
        ScriptedServer server = ScriptedServer.start(peer -> {});
        server.close();

        assertThatExceptionOfType(SendException.class)
                .isThrownBy(() -> conversation(server, PayloadForm.TEXT, true).run(console))
                .matches(e -> e.kind() == SendException.Kind.CANNOT_CONNECT);
    }

    private InteractiveSending conversation(ScriptedServer server, PayloadForm form, boolean shown) {
        var options = new SendOptions(
                ServerAddress.parse(server.address()),
                Optional.empty(),
                Framing.DEFAULT,
                Duration.ofSeconds(20),
                1,
                false);
        var stdout = new PrintStream(out, true, StandardCharsets.UTF_8);
        var printer = new AnswerPrinter(AnswerFormat.TEXT, Framing.DEFAULT, stdout, shown);
        return new InteractiveSending(options, form, printer, shown);
    }

    /** Types prepared lines, then waits for a line to be said before it ends. */
    private static final class ScriptedConsole implements LineConsole {
        final BlockingQueue<String> typed = new LinkedBlockingQueue<>();
        final BlockingQueue<String> said = new LinkedBlockingQueue<>();
        String awaited = "";

        void type(String... lines) {
            typed.addAll(List.of(lines));
        }

        @Override
        public Optional<String> read(String prompt) {
            Awaitility.await().atMost(20, TimeUnit.SECONDS).until(() -> awaited.isEmpty() || said.contains(awaited));
            return Optional.ofNullable(typed.poll());
        }

        @Override
        public void say(String line) {
            said.add(line);
        }

        @Override
        public void close() {}
    }
}
