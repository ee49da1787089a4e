package io.quintet.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quintet.testing.RawPeer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A launcher's {@code serve} as a process of its own, killed if it is still there in the end. */
final class ServedProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path scratch;
    private final Process process;

    private ServedProcess(Path scratch, Process process) {
        this.scratch = scratch;
        this.process = process;
    }

    /** Serves on a free port until closed; returns when it can be reached. What it writes goes to files in {@code scratch}. */
    static ServedProcess start(Path launcher, Path scratch, String... flags) throws IOException {
        return start(launcher, scratch, Map.of(), flags);
    }

    /** The same with more in its environment. */
    static ServedProcess start(Path launcher, Path scratch, Map<String, String> environment, String... flags)
            throws IOException {
        Path portFile = scratch.resolve("port");
        List<String> words = new ArrayList<>(
                List.of(launcher.toString(), "serve", "--listen", "127.0.0.1:0", "--port-file", portFile.toString()));
        words.addAll(List.of(flags));
        ProcessBuilder builder = new ProcessBuilder(words);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true).redirectOutput(scratch.resolve("log").toFile());
        ServedProcess served = new ServedProcess(scratch, builder.start());
        await().atMost(PATIENCE).until(() -> Files.exists(portFile) || !served.process.isAlive());
        assertThat(portFile).as(served.log()).exists();
        return served;
    }

    RawPeer connect() throws IOException {
        return RawPeer.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port()));
    }

    int port() throws IOException {
        String address = Files.readAllLines(scratch.resolve("port")).get(0);
        return Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
    }

    void signal(String name) throws IOException, InterruptedException {
        Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
        assertThat(kill.waitFor()).isZero();
    }

    /** Its log so far. */
    String log() {
        try {
            return Files.readString(scratch.resolve("log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void awaitLog(String text) {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(log()).contains(text));
    }

    /** How many objects of a class it has, after a garbage collection. */
    int instances(String type) throws IOException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Process asked = new ProcessBuilder(jcmd, Long.toString(process.pid()), "GC.class_histogram").start();
        String line = new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .filter(it -> it.strip().matches(".* " + Pattern.quote(type) + "( .*)?"))
                .findFirst()
                .orElse("0: 0");
        return Integer.parseInt(line.strip().split(" +", -1)[1]);
    }

    /** Its exit code, once it has ended by itself. */
    int awaitEnd() throws InterruptedException {
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
