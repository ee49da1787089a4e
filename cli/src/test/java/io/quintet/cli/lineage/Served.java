package io.quintet.cli.lineage;

import static org.awaitility.Awaitility.await;

import io.quintet.testing.Machine;
import io.quintet.testing.RawPeer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server as the document starts it, in a process and on a port of its own, and what it printed. */
final class Served implements AutoCloseable {
    private static final Path DISTRIBUTION = Path.of("target", "quintet").toAbsolutePath();
    private static final Pattern PORT = Pattern.compile(":(\\d+)$");
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Process shell;
    private final List<String> out = new CopyOnWriteArrayList<>();
    private final List<String> log = new CopyOnWriteArrayList<>();

    private Served(Process shell) {
        this.shell = shell;
        collect(shell.getInputStream(), out);
        collect(shell.getErrorStream(), log);
    }

    /** Runs {@code command}, whose address is replaced by a free port unless {@code more} names one. */
    static Served start(String command, String... more) {
        return start(Path.of("."), command, more);
    }

    /** The same in a folder. */
    static Served start(Path folder, String command, String... more) {
        String flags = String.join(" ", more);
        String address = !command.contains("quintet serve")
                ? " 127.0.0.1:0"
                : " --port-file /dev/stdout " + flags + (flags.contains("--listen") ? "" : " --listen 127.0.0.1:0");
        Served served = new Served(shell(folder, command + address));
        await().atMost(PATIENCE).until(() -> !served.out.isEmpty() || !served.shell.isAlive());
        if (served.out.isEmpty()) {
            await().atMost(PATIENCE).until(() -> !served.log.isEmpty());
            Machine.has(!served.isRefused("transport: "), command + ": this machine has no such transport");
            throw new AssertionError(command + " ended: " + served.log);
        }
        return served;
    }

    /** Starts a shell that finds {@code quintet} and {@code java}. */
    static Process shell(Path folder, String command) {
        ProcessBuilder builder = new ProcessBuilder("sh", "-c", command).directory(folder.toFile());
        Map<String, String> environment = builder.environment();
        String java = System.getProperty("java.home");
        environment.put("JAVA_HOME", java);
        environment.put("QUINTET", DISTRIBUTION.toString());
        environment.put("LC_ALL", "C.UTF-8");
        environment.put("PATH", DISTRIBUTION + "/bin:" + java + "/bin:" + environment.get("PATH"));
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void collect(InputStream stream, List<String> lines) {
        Thread reader = new Thread(() -> {
            try (BufferedReader text = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                text.lines().forEach(lines::add);
            } catch (IOException | UncheckedIOException ended) {
                // The process is gone.
            }
        });
        reader.setDaemon(true);
        reader.start();
    }

    /** Whether it ended with a problem that begins like this. */
    private boolean isRefused(String problem) {
        return log.stream().anyMatch(line -> line.startsWith("quintet: " + problem));
    }

    int port() {
        Matcher port = PORT.matcher(out.get(0));
        if (!port.find()) {
            throw new AssertionError("no port: " + out.get(0));
        }
        return Integer.parseInt(port.group(1));
    }

    InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port());
    }

    RawPeer connect() {
        return RawPeer.connect(address());
    }

    /** The process of the server itself. */
    ServerProcess process() {
        ProcessHandle own = shell.toHandle();
        return new ServerProcess(shell.descendants().findFirst().orElse(own));
    }

    /** The first line of the log that has all of these in it; waits for it. */
    String logged(String... parts) {
        return line(log, parts);
    }

    /** The same of what it printed. */
    String printed(String... parts) {
        return line(out, parts);
    }

    boolean hasPrinted(String part) {
        return out.stream().anyMatch(line -> line.contains(part));
    }

    private String line(List<String> lines, String... parts) {
        await(String.join(" ", parts))
                .atMost(PATIENCE)
                .until(() -> lines.stream().anyMatch(line -> has(line, parts)));
        return lines.stream().filter(line -> has(line, parts)).findFirst().orElseThrow();
    }

    private static boolean has(String line, String... parts) {
        return List.of(parts).stream().allMatch(line::contains);
    }

    List<String> log() {
        return log;
    }

    boolean isAlive() {
        return shell.isAlive();
    }

    /** Waits for the end of a program that ends by itself; its exit code. */
    int end() throws InterruptedException {
        if (!shell.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("still running: " + log);
        }
        return shell.exitValue();
    }

    @Override
    public void close() {
        shell.descendants().forEach(ProcessHandle::destroyForcibly);
        shell.destroyForcibly();
        await().atMost(PATIENCE).until(() -> !shell.isAlive());
    }
}
