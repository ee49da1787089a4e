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

/**
 * Runs launchers, on real and on pretended Javas.
 *
 * @param scratch where it writes
 */
record Launching(Path scratch) {
    static final Path LAUNCHER = Path.of("target/quintet/bin/quintet").toAbsolutePath();

    /** A distribution of one's own. */
    Path copyTo(String folder) throws IOException {
        Path home = LAUNCHER.getParent().getParent();
        Path copied = scratch.resolve(folder);
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : (Iterable<Path>) files.filter(file -> !file.endsWith("archives"))::iterator) {
                if (!file.toString().endsWith(".jsa")) {
                    Files.copy(file, copied.resolve(home.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
        return copied;
    }

    /** The one that the launcher has made. */
    static Path archive(Path launcher) throws IOException {
        try (Stream<Path> files = Files.list(launcher.resolveSibling("../share/archives"))) {
            return files.findFirst().orElseThrow();
        }
    }

    /** A Java home of that version whose {@code java} is a shell script. */
    Path pretendedJava(String version, String script) throws IOException {
        Path home = scratch.resolve("java");
        Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Nobody\"\nJAVA_VERSION=\"" + version + "\"\n");
        Files.writeString(java, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
        return home;
    }

    Ended run(Path launcher, Map<String, String> environment, String... arguments) throws Exception {
        return end(start(launcher, environment, arguments));
    }

    /** Starts with these variables only, and PATH as it is. */
    Process start(Path launcher, Map<String, String> environment, String... arguments) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(launcher.toString());
        builder.command().addAll(List.of(arguments));
        builder.environment().clear();
        builder.environment().put("PATH", System.getenv("PATH"));
        builder.environment().putAll(environment);
        builder.redirectOutput(scratch.resolve("out").toFile());
        builder.redirectError(scratch.resolve("err").toFile());
        return builder.start();
    }

    Ended end(Process process) throws Exception {
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        String out = Files.readString(scratch.resolve("out"), StandardCharsets.UTF_8);
        String err = Files.readString(scratch.resolve("err"), StandardCharsets.UTF_8);
        return new Ended(process.exitValue(), out, err);
    }

    record Ended(int code, String out, String err) {}
}
