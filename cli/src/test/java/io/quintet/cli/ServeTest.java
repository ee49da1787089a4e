package io.quintet.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quintet.cli.Cli.Ended;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code quintet serve} in this process; ended by an interrupt, which drains as a signal does. */
class ServeTest {
    @TempDir
    private Path scratch;

    private final CompletableFuture<Ended> ended = new CompletableFuture<>();

    @Test
    void aFrameIsAnsweredByTheChainOfLogics() throws Exception {
        Thread serving = serve("--logic", "upper", "--logic", "reverse", "--framing", "ascii:3");

        String answer = ask(port(0), "003abc");
        serving.interrupt();

        assertThat(answer).isEqualTo("003CBA");
        assertThat(ended.join().code()).isEqualTo(ExitCode.OK);
        assertThat(ended.join().out()).isEmpty();
    }

    @Test
    void aFrameIsAnsweredByAWorkerProcess() throws Exception {
        Thread serving = serve("--exec", "cat", "--exec-workers", "2");

        String answer = ask(port(0), "00003abc");
        serving.interrupt();

        assertThat(answer).isEqualTo("00003abc");
        assertThat(ended.join().err()).contains(" logic exec:cat,workers=2, ");
    }

    @Test
    void theStartIsOneLineWithEverythingThatWasChosen() throws Exception {
        Thread serving = serve("--transport", "nio", "--logic", "echo", "--framing", "bin:2");

        String address = portFile().get(0);
        serving.interrupt();

        assertThat(ended.join().err().lines().findFirst().orElseThrow())
                .matches("\\d\\d:\\d\\d:\\d\\d\\.\\d{3} info  listening on " + address
                        + " by nio, framing bin:2, logic echo, started in \\d+ ms");
        assertThat(ended.join().err()).doesNotContain("io.netty", "DEBUG", "\u001b");
    }

    @Test
    void whyATransportWasChosenIsTold() throws Exception {
        Thread serving = serve();

        port(0);
        serving.interrupt();

        assertThat(ended.join().err()).containsPattern("by (io_uring|epoll|kqueue|nio) \\(.+\\), framing ascii:5");
    }

    @Test
    void everyAddressIsInThePortFileWhichIsWholeAndGoesWithTheServer() throws Exception {
        Path socket = scratch.resolve("s");
        Thread serving = serve("--listen", "[::1]:0", "--listen", "unix:" + socket);

        List<String> lines = portFile();
        String answer = ask(port(1), "00003abc");
        try (Stream<Path> files = Files.list(scratch)) {
            assertThat(files).containsExactlyInAnyOrder(socket, portFilePath());
        }
        serving.interrupt();
        ended.join();

        assertThat(lines).hasSize(3);
        assertThat(lines.get(1)).matches("\\[::1\\]:\\d+");
        assertThat(lines.get(2)).isEqualTo("unix:" + socket);
        assertThat(answer).isEqualTo("00003cba");
        assertThat(scratch).as("what is left").isEmptyDirectory();
    }

    @Test
    void flagsAreStrongerThanTheFile() throws Exception {
        Path file = Files.writeString(
                scratch.resolve("quintet.conf"), "framing = \"ascii:3\", logic = [upper, reverse], transport = nio");
        Thread serving = serve("--config", file.toString(), "--logic", "echo");

        String answer = ask(port(0), "003abc");
        serving.interrupt();

        assertThat(answer).isEqualTo("003abc");
        assertThat(ended.join().err()).contains("by nio, framing ascii:3, logic echo");
    }

    @Test
    void quietMeansNoStartLine() throws Exception {
        Thread serving = serve("-q");

        port(0);
        serving.interrupt();

        assertThat(ended.join().err()).isEmpty();
    }

    private Thread serve(String... flags) {
        List<String> words = Stream.concat(
                        Stream.of(
                                "serve",
                                "--listen",
                                "127.0.0.1:0",
                                "--port-file",
                                portFilePath().toString()),
                        Stream.of(flags))
                .toList();
        Thread serving = new Thread(() -> ended.complete(Cli.run(words.toArray(String[]::new))), "serving");
        serving.start();
        return serving;
    }

    private Path portFilePath() {
        return scratch.resolve("port");
    }

    private List<String> portFile() throws IOException {
        await().until(() -> Files.exists(portFilePath()) || ended.isDone());
        return Files.readAllLines(portFilePath());
    }

    private Socket port(int line) throws IOException {
        String address = portFile().get(line);
        int colon = address.lastIndexOf(':');
        InetAddress host = InetAddress.getAllByName(address.substring(0, colon))[0];
        return new Socket(host, Integer.parseInt(address.substring(colon + 1)));
    }

    private static String ask(Socket connected, String frame) throws IOException {
        try (Socket socket = connected) {
            socket.getOutputStream().write(frame.getBytes(StandardCharsets.US_ASCII));
            socket.shutdownOutput();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }
}
