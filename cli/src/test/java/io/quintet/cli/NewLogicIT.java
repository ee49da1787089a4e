package io.quintet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.testing.RawPeer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code quintet logics new} writes builds and is served, by the two commands of its README. */
class NewLogicIT {
    private static final Path LAUNCHER = Path.of("target/quintet/bin/quintet").toAbsolutePath();

    @TempDir
    private Path scratch;

    @Test
    void theProjectBuildsAndServesAsItIs() throws Exception {
        Path project = scratch.resolve("with blank/my-shout");

        run(scratch, LAUNCHER.toString(), "logics", "new", project.toString(), "--package", "org.example.shout");
        run(project, maven());

        assertThat(project.resolve("target/surefire-reports/org.example.shout.MyShoutPluginTest.txt"))
                .content()
                .contains("Tests run: 2, Failures: 0, Errors: 0, Skipped: 0");
        try (ServedProcess served = ServedProcess.start(
                        LAUNCHER,
                        scratch,
                        "--plugins",
                        project.resolve("target").toString(),
                        "--logic",
                        "my-shout");
                RawPeer peer = served.connect()) {
            peer.send("00005hello").gets("00006hello!");
            assertThat(served.log()).contains("plugin my-shout 1.0.0 (my-shout.jar, sha256 ");
        }
    }

    /** Offline: what it needs is what this project's own build has fetched. */
    private static String[] maven() {
        List<String> words = new ArrayList<>(List.of("mvn", "--offline", "--quiet", "package"));
        Optional.ofNullable(System.getProperty("localRepository"))
                .ifPresent(path -> words.add("-Dmaven.repo.local=" + path));
        return words.toArray(String[]::new);
    }

    private void run(Path folder, String... words) throws IOException, InterruptedException {
        Path log = scratch.resolve("run.log");
        ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.redirectErrorStream(true).redirectOutput(log.toFile());
        Process process = builder.start();

        boolean ended = process.waitFor(3, TimeUnit.MINUTES);

        process.destroyForcibly();
        assertThat(ended).as(Files.readString(log)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(log)).isZero();
    }
}
