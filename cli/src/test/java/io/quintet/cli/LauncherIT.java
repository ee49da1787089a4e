package io.quintet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code bin/quintet} of the unpacked distribution, on real and on pretended Javas. */
class LauncherIT {
    private static final Path LAUNCHER = Path.of("target/quintet/bin/quintet").toAbsolutePath();
    private static final String OWN_JAVA = System.getProperty("java.home");

    @TempDir
    private Path scratch;

    private Path empty;

    @BeforeEach
    void makeAnEmptyPath() throws IOException {
        empty = Files.createDirectory(scratch.resolve("empty"));
    }

    @Test
    void startsSilentlyOnThisJava() throws Exception {
        Ended ended = run(LAUNCHER, Map.of("JAVA_HOME", OWN_JAVA), "version");

        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).startsWith("quintet ");
        assertThat(ended.code()).isZero();
    }

    @Test
    void findsItsHomeThroughLinks() throws Exception {
        Path absolute = Files.createSymbolicLink(scratch.resolve("absolute"), LAUNCHER);
        Path relative = Files.createSymbolicLink(empty.resolve("relative"), Path.of("..", "absolute"));

        Ended first = run(absolute, Map.of("JAVA_HOME", OWN_JAVA), "version");
        Ended second = run(relative, Map.of("JAVA_HOME", OWN_JAVA), "version");
        Files.delete(relative);
        Files.delete(absolute);

        assertThat(first.out()).startsWith("quintet ");
        assertThat(second).isEqualTo(first);
    }

    @Test
    void becomesTheJavaThatItStarts() throws Exception {
        Path java = pretendedJava("17.0.1", "echo $$");

        Process process = start(LAUNCHER, Map.of("JAVA_HOME", java.toString()), "serve");

        assertThat(end(process).out().strip()).isEqualTo(Long.toString(process.pid()));
    }

    @Test
    void passesArgumentsAsTheyAre() throws Exception {
        Path java = pretendedJava("17.0.1", "printf '<%s>' \"$@\"");

        Ended ended = run(LAUNCHER, Map.of("JAVA_HOME", java.toString()), "send", "a  b", "", "*", "$x\"'");

        assertThat(ended.out()).endsWith("<io.quintet.cli.Main><send><a  b><><*><$x\"'>");
    }

    @Test
    void givesJavaTheOptionsOfItsUser() throws Exception {
        Path java = pretendedJava("17.0.1", "echo \"$@\"");
        Map<String, String> settings =
                Map.of("JAVA_HOME", java.toString(), "QUINTET_JAVA_OPTS", "-Xmx1g -XX:+UseParallelGC");

        Ended ended = run(LAUNCHER, settings, "serve");

        assertThat(ended.out()).contains(" -Xmx1g -XX:+UseParallelGC ").doesNotContain("UseSerialGC");
    }

    @ParameterizedTest
    @ValueSource(strings = {"17.0.1", "21", "23.0.2"})
    void givesNoFlagThatAnOlderJavaDoesNotNeed(String version) throws Exception {
        Path java = pretendedJava(version, "echo \"$@\"");

        Ended ended = run(LAUNCHER, Map.of("JAVA_HOME", java.toString()), "serve");

        assertThat(ended.out()).contains("-XX:+UseSerialGC").doesNotContain("native-access", "TieredStopAtLevel");
    }

    @ParameterizedTest
    @ValueSource(strings = {"24", "25.0.3", "26-ea"})
    void allowsNativeAccessWhereJavaWarnsOfIt(String version) throws Exception {
        Path java = pretendedJava(version, "echo \"$@\"");

        Ended ended = run(LAUNCHER, Map.of("JAVA_HOME", java.toString()), "serve");

        assertThat(ended.out()).contains("--enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow");
    }

    @Test
    void servesFromAnArchiveOfItsClasses() throws Exception {
        Path launcher = copy(LAUNCHER.getParent().getParent()).resolve("bin/quintet");
        Path loaded = scratch.resolve("loaded");
        Map<String, String> java = Map.of("JAVA_HOME", OWN_JAVA);
        Map<String, String> telling =
                Map.of("JAVA_HOME", OWN_JAVA, "QUINTET_JAVA_OPTS", "-Xlog:class+load:file=" + loaded);

        Ended first = run(launcher, java, "serve", "--help");
        run(launcher, telling, "version");

        assertThat(first.err()).isEmpty();
        assertThat(loaded).content().contains("io.quintet.cli.Main source: shared objects file");
    }

    @Test
    void startsSilentlyWithABrokenArchive() throws Exception {
        Path launcher = copy(LAUNCHER.getParent().getParent()).resolve("bin/quintet");
        Map<String, String> java = Map.of("JAVA_HOME", OWN_JAVA);
        run(launcher, java, "serve", "--help");
        Path archive = archive(launcher);
        Files.delete(archive);
        Files.writeString(archive, "no archive");

        Ended ended = run(launcher, java, "version");

        assertThat(ended.err()).isEmpty();
        assertThat(ended.out()).startsWith("quintet ");
    }

    @Test
    void prefersItsOwnJavaHome() throws Exception {
        Path java = pretendedJava("17.0.1", "echo mine");
        Map<String, String> settings = Map.of("JAVA_HOME", OWN_JAVA, "QUINTET_JAVA_HOME", java.toString());

        assertThat(run(LAUNCHER, settings, "version").out()).isEqualTo("mine\n");
    }

    @Test
    void missingJavaIsOneClearLine() throws Exception {
        Ended ended = run(LAUNCHER, Map.of("PATH", empty.toString()), "version");

        assertThat(ended)
                .isEqualTo(failed(
                        "java: not found" + " (expected: Java 17 or newer in QUINTET_JAVA_HOME, JAVA_HOME or PATH)"));
    }

    @Test
    void javaHomeWithoutJavaIsOneClearLine() throws Exception {
        Ended ended = run(LAUNCHER, Map.of("JAVA_HOME", empty.toString()), "version");

        assertThat(ended).isEqualTo(failed("JAVA_HOME: " + empty + " (expected: a Java home, with bin/java in it)"));
    }

    @Test
    void oldJavaIsOneClearLine() throws Exception {
        Path java = pretendedJava("11.0.2", "exit 9");

        Ended ended = run(LAUNCHER, Map.of("JAVA_HOME", java.toString()), "version");

        assertThat(ended).isEqualTo(failed("java: version 11 in " + java + " (expected: 17 or newer)"));
    }

    @Test
    void javaWithoutReleaseFileIsAskedForItsVersion() throws Exception {
        Path java = pretendedJava("8", "echo 'openjdk version \"1.8.0_402\" 2024-01-16' >&2");
        Files.delete(java.resolve("release"));

        Ended ended = run(LAUNCHER, Map.of("JAVA_HOME", java.toString()), "version");

        assertThat(ended).isEqualTo(failed("java: version 8 in " + java + " (expected: 17 or newer)"));
    }

    /** A distribution of one's own, in a folder with a blank in its name. */
    private Path copy(Path home) throws IOException {
        Path copied = scratch.resolve("a quintet");
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : (Iterable<Path>) files.filter(file -> !file.endsWith("archives"))::iterator) {
                if (!file.toString().endsWith(".jsa")) {
                    Files.copy(file, copied.resolve(home.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
        return copied;
    }

    private static Path archive(Path launcher) throws IOException {
        try (Stream<Path> files = Files.list(launcher.resolveSibling("../share/archives"))) {
            return files.findFirst().orElseThrow();
        }
    }

    private static Ended failed(String line) {
        return new Ended(ExitCode.CONFIGURATION.number(), "", line + "\n");
    }

    /** A Java home of that version whose {@code java} is a shell script. */
    private Path pretendedJava(String version, String script) throws IOException {
        Path home = scratch.resolve("java");
        Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"" + version + "\"\n");
        Files.writeString(java, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        return home;
    }

    private Ended run(Path launcher, Map<String, String> environment, String... arguments) throws Exception {
        return end(start(launcher, environment, arguments));
    }

    /** Starts with these variables only, and PATH as it is. */
    private Process start(Path launcher, Map<String, String> environment, String... arguments) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(launcher.toString());
        builder.command().addAll(List.of(arguments));
        builder.environment().clear();
        builder.environment().put("PATH", System.getenv("PATH"));
        builder.environment().putAll(environment);
        builder.redirectOutput(scratch.resolve("out").toFile());
        builder.redirectError(scratch.resolve("err").toFile());
        return builder.start();
    }

    private Ended end(Process process) throws Exception {
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        String out = Files.readString(scratch.resolve("out"), StandardCharsets.UTF_8);
        String err = Files.readString(scratch.resolve("err"), StandardCharsets.UTF_8);
        return new Ended(process.exitValue(), out, err);
    }

    private record Ended(int code, String out, String err) {}
}
