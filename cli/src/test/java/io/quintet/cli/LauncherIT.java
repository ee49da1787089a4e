package io.quintet.cli;

import static io.quintet.cli.Launching.LAUNCHER;
import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.cli.Launching.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code bin/quintet} of the unpacked distribution, on real and on pretended Javas. */
class LauncherIT {
    private static final String OWN_JAVA = System.getProperty("java.home");

    private final Launching launching;
    private final Path empty;

    LauncherIT(@TempDir Path scratch) throws IOException {
        launching = new Launching(scratch);
        empty = Files.createDirectory(launching.scratch().resolve("empty"));
    }

    @Test
    void startsSilentlyOnThisJava() throws Exception {
        Ended ended = launching.run(LAUNCHER, Map.of("JAVA_HOME", OWN_JAVA), "version");

        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).startsWith("quintet ");
        assertThat(ended.code()).isZero();
    }

    @Test
    void findsItsHomeThroughLinks() throws Exception {
        Path absolute = Files.createSymbolicLink(launching.scratch().resolve("absolute"), LAUNCHER);
        Path relative = Files.createSymbolicLink(empty.resolve("relative"), Path.of("..", "absolute"));

        Ended first = launching.run(absolute, Map.of("JAVA_HOME", OWN_JAVA), "version");
        Ended second = launching.run(relative, Map.of("JAVA_HOME", OWN_JAVA), "version");
        Files.delete(relative);
        Files.delete(absolute);

        assertThat(first.out()).startsWith("quintet ");
        assertThat(second).isEqualTo(first);
    }

    @Test
    void becomesTheJavaThatItStarts() throws Exception {
        Path java = launching.pretendedJava("17.0.1", "echo $$");

        Process process = launching.start(LAUNCHER, Map.of("JAVA_HOME", java.toString()), "serve");

        assertThat(launching.end(process).out().strip()).isEqualTo(Long.toString(process.pid()));
    }

    @Test
    void passesArgumentsAsTheyAre() throws Exception {
        Path java = launching.pretendedJava("17.0.1", "printf '<%s>' \"$@\"");

        Ended ended = launching.run(LAUNCHER, Map.of("JAVA_HOME", java.toString()), "send", "a  b", "", "*", "$x\"'");

        assertThat(ended.out()).endsWith("<io.quintet.cli.Main><send><a  b><><*><$x\"'>");
    }

    @Test
    void givesJavaTheOptionsOfItsUser() throws Exception {
        Path java = launching.pretendedJava("17.0.1", "echo \"$@\"");
        Map<String, String> settings =
                Map.of("JAVA_HOME", java.toString(), "QUINTET_JAVA_OPTS", "-Xmx1g -XX:+UseParallelGC");

        Ended ended = launching.run(LAUNCHER, settings, "serve");

        assertThat(ended.out()).contains(" -Xmx1g -XX:+UseParallelGC ").doesNotContain("UseSerialGC");
    }

    @ParameterizedTest
    @ValueSource(strings = {"17.0.1", "21", "23.0.2"})
    void givesNoFlagThatAnOlderJavaDoesNotNeed(String version) throws Exception {
        Path java = launching.pretendedJava(version, "echo \"$@\"");

        Ended ended = launching.run(LAUNCHER, Map.of("JAVA_HOME", java.toString()), "serve");

        assertThat(ended.out()).contains("-XX:+UseSerialGC").doesNotContain("native-access", "TieredStopAtLevel");
    }

    @ParameterizedTest
    @ValueSource(strings = {"24", "25.0.3", "26-ea"})
    void allowsNativeAccessWhereJavaWarnsOfIt(String version) throws Exception {
        Path java = launching.pretendedJava(version, "echo \"$@\"");

        Ended ended = launching.run(LAUNCHER, Map.of("JAVA_HOME", java.toString()), "serve");

        assertThat(ended.out()).contains("--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow");
    }

    @Test
    void servesFromAnArchiveOfItsClasses() throws Exception {
        Path launcher = launching.copyTo("quintet").resolve("bin/quintet");
        Path loaded = launching.scratch().resolve("loaded");
        Map<String, String> java = Map.of("JAVA_HOME", OWN_JAVA);
        Map<String, String> telling =
                Map.of("JAVA_HOME", OWN_JAVA, "QUINTET_JAVA_OPTS", "-Xlog:class+load:file=" + loaded);

        Ended first = launching.run(launcher, java, "serve", "--help");
        launching.run(launcher, telling, "version");

        assertThat(first.err()).isEmpty();
        assertThat(loaded)
                .content()
                .contains("io.quintet.cli.Main source: shared objects file", "picocli.CommandLine source: shared")
                .doesNotContain("source: file:");
    }

    @Test
    void startsFromAFolderWithABlankInItsName() throws Exception {
        Path launcher = launching.copyTo("a quintet").resolve("bin/quintet");
        Map<String, String> java = Map.of("JAVA_HOME", OWN_JAVA);

        Ended first = launching.run(launcher, java, "serve", "--help");
        Ended fromArchive = launching.run(launcher, java, "serve", "--help");

        assertThat(Launching.archive(launcher)).isNotEmptyFile();
        assertThat(fromArchive).isEqualTo(first).isEqualTo(new Ended(0, first.out(), ""));
    }

    @Test
    void startsSilentlyWithABrokenArchive() throws Exception {
        Path launcher = launching.copyTo("quintet").resolve("bin/quintet");
        Map<String, String> java = Map.of("JAVA_HOME", OWN_JAVA);
        launching.run(launcher, java, "serve", "--help");
        Path archive = Launching.archive(launcher);
        Files.delete(archive);
        Files.writeString(archive, "no archive");

        Ended ended = launching.run(launcher, java, "version");

        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).startsWith("quintet ");
    }

    @Test
    void aClosedStreamIsNoneOfTheFilesThatJavaOpens() throws Exception {
        Path java = launching.pretendedJava("17.0.1", "cat && echo 'end of input'");

        Ended ended = launching.run(
                Path.of("/bin/sh"), Map.of("JAVA_HOME", java.toString()), "-c", "'" + LAUNCHER + "' send <&-");

        assertThat(ended).isEqualTo(new Ended(0, "end of input\n", ""));
    }

    @Test
    void prefersItsOwnJavaHome() throws Exception {
        Path java = launching.pretendedJava("17.0.1", "echo mine");
        Map<String, String> settings = Map.of("JAVA_HOME", OWN_JAVA, "QUINTET_JAVA_HOME", java.toString());

        assertThat(launching.run(LAUNCHER, settings, "version").out()).isEqualTo("mine\n");
    }

    @Test
    void missingJavaIsOneClearLine() throws Exception {
        Ended ended = launching.run(LAUNCHER, Map.of("PATH", empty.toString()), "version");

        assertThat(ended)
                .isEqualTo(failed(
                        "java: not found" + " (expected: Java 17 or newer in QUINTET_JAVA_HOME, JAVA_HOME or PATH)"));
    }

    @Test
    void javaHomeWithoutJavaIsOneClearLine() throws Exception {
        Ended ended = launching.run(LAUNCHER, Map.of("JAVA_HOME", empty.toString()), "version");

        assertThat(ended).isEqualTo(failed("JAVA_HOME: " + empty + " (expected: a Java home, with bin/java in it)"));
    }

    @Test
    void oldJavaIsOneClearLine() throws Exception {
        Path java = launching.pretendedJava("11.0.2", "exit 9");

        Ended ended = launching.run(LAUNCHER, Map.of("JAVA_HOME", java.toString()), "version");

        assertThat(ended).isEqualTo(failed("java: version 11 in " + java + " (expected: 17 or newer)"));
    }

    @Test
    void javaWithoutReleaseFileIsAskedForItsVersion() throws Exception {
        Path java = launching.pretendedJava("8", "echo 'openjdk version \"1.8.0_402\" 2024-01-16' >&2");
        Files.delete(java.resolve("release"));

        Ended ended = launching.run(LAUNCHER, Map.of("JAVA_HOME", java.toString()), "version");

        assertThat(ended).isEqualTo(failed("java: version 8 in " + java + " (expected: 17 or newer)"));
    }

    private static Ended failed(String line) {
        return new Ended(ExitCode.CONFIGURATION.number(), "", line + "\n");
    }
}
