package io.quintet.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code bin/quintet serve} of the unpacked distribution as a process, ended by real signals. */
class ServeIT {
    private static final String LAUNCHER =
            Path.of("target/quintet/bin/quintet").toAbsolutePath().toString();

    @TempDir
    private Path scratch;

    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void leaveNothingRunning() {
        started.forEach(Process::destroyForcibly);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TERM", "INT"})
    void aSignalDrainsAndEndsWithZero(String signal) throws Exception {
        Process serving = serve("--logic", "greet:hi", "--logic", "delay:300ms", "--logic", "reverse");

        try (Socket socket = connect()) {
            awaitGreeting(socket);
            write(socket, "00003abc");
            send(signal, serving);
            String answer = readAll(socket);

            assertThat(answer).isEqualTo("00003cba");
        }
        assertThat(serving.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(serving.exitValue()).isZero();
        assertThat(err()).contains("listening on 127.0.0.1:", "SIG" + signal + ": draining", "0 requests unanswered");
        assertThat(Files.readString(scratch.resolve("out"))).isEmpty();
    }

    @Test
    void aSecondSignalStopsAtOnce() throws Exception {
        Process serving =
                serve("--logic", "greet:hi", "--logic", "delay:60s", "--logic-timeout", "0", "--drain-timeout", "0");

        try (Socket socket = connect()) {
            awaitGreeting(socket);
            write(socket, "00003abc");
            send("TERM", serving);
            await().until(() -> err().contains("SIGTERM: draining"));
            assertThat(serving.isAlive()).isTrue();
            await().until(() -> {
                send("TERM", serving);
                return !serving.isAlive();
            });
        }
        assertThat(serving.exitValue()).isEqualTo(ExitCode.FAILURE.number());
        assertThat(err()).contains("stopping at once", "1 requests unanswered");
    }

    @Test
    void anotherSignalReadsTheSettingsAgainAndTheFirstToEndBeginsWithADelay() throws Exception {
        Path file = Files.writeString(scratch.resolve("quintet.conf"), "limits.idle-timeout = 1h");
        Process serving = serve("--logic", "greet:hi", "--logic", "reverse", "--config", file.toString());

        try (Socket before = connect()) {
            awaitGreeting(before);
            Files.writeString(file, "limits { idle-timeout = 2h, drain-delay = 1h }");
            send("HUP", serving);
            await().until(() ->
                    err().contains("limits.idle-timeout 1h -> 2h, limits.drain-delay 0 -> 1h, logic renewed"));
            Files.writeString(file, "limits {");
            send("HUP", serving);
            await().until(() -> err().contains("SIGHUP: the settings until now stay: config: "));
            send("TERM", serving);
            await().until(() -> err().contains("SIGTERM: not ready any more, draining in 3600000 ms"));
            try (Socket during = connect()) {
                awaitGreeting(during);
            }
            write(before, "00003abc");
            assertThat(new String(before.getInputStream().readNBytes(8), StandardCharsets.US_ASCII))
                    .isEqualTo("00003cba");
            await().until(() -> {
                send("TERM", serving);
                return !serving.isAlive();
            });
        }
    }

    @Test
    void wrongSettingsAreOneLineAndTheirCode() throws Exception {
        Process refused = start("serve", "--listen", "nowhere");

        assertThat(refused.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(refused.exitValue()).isEqualTo(ExitCode.CONFIGURATION.number());
        assertThat(err()).startsWith("quintet: listen: nowhere (expected: ").hasLineCount(1);
    }

    private Process serve(String... flags) throws Exception {
        List<String> words = new ArrayList<>(List.of("serve", "--listen", "127.0.0.1:0"));
        words.addAll(List.of("--port-file", scratch.resolve("port").toString()));
        words.addAll(List.of(flags));
        Process serving = start(words.toArray(String[]::new));
        await().until(() -> Files.exists(scratch.resolve("port")) || !serving.isAlive());
        assertThat(serving.isAlive()).as(err()).isTrue();
        return serving;
    }

    private Process start(String... words) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(LAUNCHER);
        builder.command().addAll(List.of(words));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.redirectOutput(scratch.resolve("out").toFile());
        builder.redirectError(scratch.resolve("err").toFile());
        Process process = builder.start();
        started.add(process);
        return process;
    }

    private Socket connect() throws IOException {
        String address = Files.readAllLines(scratch.resolve("port")).get(0);
        Socket socket = new Socket(
                InetAddress.getLoopbackAddress(), Integer.parseInt(address.substring(address.indexOf(':') + 1)));
        socket.setSoTimeout(60_000);
        return socket;
    }

    /** Until then the connection may be the kernel's alone, which resets it when the server stops listening. */
    private static void awaitGreeting(Socket socket) throws IOException {
        assertThat(socket.getInputStream().readNBytes(7)).asString().isEqualTo("00002hi");
    }

    private static void write(Socket socket, String frame) throws IOException {
        socket.getOutputStream().write(frame.getBytes(StandardCharsets.US_ASCII));
    }

    private static String readAll(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }

    private static void send(String signal, Process process) throws Exception {
        new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                .start()
                .waitFor();
    }

    private String err() throws IOException {
        return Files.readString(scratch.resolve("err"));
    }
}
