package io.quintet.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quintet.testing.PluginJar;
import io.quintet.testing.RawPeer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stranger's jar in {@code plugins/} of a distribution, served by its launcher as a process. */
class PluginsIT {
    private static final Path BUILT = Path.of("target/quintet").toAbsolutePath();

    @TempDir
    private Path scratch;

    private Path launcher;
    private Path plugins;
    private Path jar;

    /** A distribution that shares all but its plugins with the one that was built. */
    @BeforeEach
    void unpack() throws IOException {
        Path home = Files.createDirectory(scratch.resolve("home"));
        Files.createSymbolicLink(home.resolve("lib"), BUILT.resolve("lib"));
        Files.createSymbolicLink(home.resolve("share"), BUILT.resolve("share"));
        launcher = Files.createDirectory(home.resolve("bin")).resolve("quintet");
        Files.copy(BUILT.resolve("bin/quintet"), launcher);
        plugins = Files.createDirectory(home.resolve("plugins"));
        jar = PluginJar.write(StampJar.async('A'), plugins.resolve("stamp.jar"));
    }

    @Test
    void aStrangersJarIsServedAndReloadedOnSighup() throws Exception {
        try (ServedProcess served = ServedProcess.start(launcher, scratch, "--logic", "stamp", "--logic", "print");
                RawPeer peer = served.connect()) {
            peer.send("00003xyz");
            served.awaitLog(": 3 bytes: Ayz");
            assertThat(served.log().lines().toList().get(0))
                    .containsPattern(" info  plugin stamp A \\(stamp.jar, sha256 \\w{64}\\)$");

            PluginJar.write(StampJar.inPlace('B'), jar);
            served.signal("HUP");
            served.awaitLog("SIGHUP: logic renewed; plugins: stamp B (stamp.jar, sha256 ");
            Files.writeString(jar, "half a jar");
            served.signal("HUP");
            served.awaitLog("warn  plugin stamp.jar: 0 entries (expected: a whole jar); the one loaded before stays");

            peer.send("00003xyz");
            served.awaitLog(": 3 bytes: Byz");
            served.signal("TERM");
            assertThat(served.awaitEnd()).isZero();
            peer.getsEnd();
        }
    }

    @Test
    void theClassesThatAServerBeganWithGoWhenTheyAreRenewed() throws Exception {
        try (ServedProcess served = ServedProcess.start(launcher, scratch, "--logic", "stamp")) {
            PluginJar.write(StampJar.inPlace('B'), jar);
            served.signal("HUP");
            served.awaitLog("SIGHUP: logic renewed; plugins: stamp B");

            await().untilAsserted(() -> assertThat(served.instances("io.quintet.logic.plugin.PluginClassLoader"))
                    .isEqualTo(1));
        }
    }

    @Test
    void aDefaultFolderThatOthersMayWriteIsRefused() throws Exception {
        Files.setPosixFilePermissions(plugins, PosixFilePermissions.fromString("rwxrwxrwx"));
        ProcessBuilder builder = new ProcessBuilder(launcher.toString(), "serve", "--listen", "127.0.0.1:0");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        Process refused = builder.start();

        String err = new String(refused.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(err)
                .startsWith("quintet: plugins: " + plugins.toRealPath() + " has mode 777 (expected: ")
                .endsWith(" [from the distribution]\n")
                .hasLineCount(1);
        assertThat(refused.waitFor()).isEqualTo(ExitCode.CONFIGURATION.number());
    }
}
