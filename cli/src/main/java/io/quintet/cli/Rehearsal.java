package io.quintet.cli;

import io.quintet.client.QuintetClient;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * A start in small, from which the JVM learns the classes that one needs: serves on each transport that starts are to be
 * fast with, asks, and ends. Run by the launcher before it makes a class archive.
 */
final class Rehearsal {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private Rehearsal() {}

    /**
     * Ends the process, with 0 when every question was answered.
     *
     * @param args none
     */
    public static void main(String[] args) throws IOException {
        Path plugins = Files.createTempDirectory("quintet-rehearsal");
        perform("auto", plugins);
        perform("nio", plugins);
        Files.delete(plugins);
        Main.run(silent(), "--help");
        System.exit(0);
    }

    private static void perform(String transport, Path plugins) throws IOException {
        String address = "127.0.0.1:" + freePort();
        String[] words = {"serve", "--listen", address, "--transport", transport, "--plugins", plugins.toString()};
        Thread server = new Thread(() -> Main.run(silent(), words), "serve-" + transport);
        server.setDaemon(true);
        server.start();
        try (QuintetClient client =
                QuintetClient.to(address).connectTimeout(PATIENCE).connect()) {
            client.call("abc".getBytes(StandardCharsets.UTF_8))
                    .toCompletableFuture()
                    .join();
        }
        Main.run(silent(), "send", address, "abc");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static Terminal silent() {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        return new Terminal(InputStream.nullInputStream(), nowhere, nowhere, Map.of(), Terminals.NONE);
    }
}
