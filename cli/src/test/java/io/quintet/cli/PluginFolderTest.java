package io.quintet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.cli.Cli.Ended;
import io.quintet.testing.PluginJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --plugins} of {@code serve} and {@code logics}. */
class PluginFolderTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void addAPlugin() throws IOException {
        PluginJar.write(StampJar.inPlace('7'), folder.resolve("stamp.jar"));
    }

    @Test
    void logicsAreListedByWhereTheyComeFrom() {
        Ended ended = logics();

        assertThat(ended.out())
                .startsWith("built-in\n")
                .contains("unit=  byte, codepoint or grapheme (default: byte)\n", "(required)\n")
                .endsWith("\nstamp.jar 7\n  stamp    answers with a letter in front\n");
        assertThat(ended.err()).isEmpty();
        assertThat(ended.code()).isEqualTo(ExitCode.OK);
    }

    @Test
    void oneLogicIsShownWithItsOrigin() {
        assertThat(logics("stamp").out()).isEqualTo("stamp  answers with a letter in front\n  from stamp.jar 7\n");
    }

    @Test
    void eachIsALineOfJsonOnRequest() {
        assertThat(logics("stamp", "--output", "json").out())
                .isEqualTo("{\"name\":\"stamp\",\"description\":\"answers with a letter in front\","
                        + "\"origin\":\"stamp.jar 7\",\"arguments\":[]}\n");
        assertThat(logics("--output", "json").out().lines())
                .hasSizeGreaterThan(5)
                .allMatch(line -> line.startsWith("{\"name\":\"") && line.endsWith("]}"));
    }

    @Test
    void noFolderIsNoPlugin() {
        assertThat(Cli.run("logics", "--plugins", "", "stamp").code()).isEqualTo(ExitCode.LOGIC);
    }

    @Test
    void aBrokenJarIsOneLineAndStopsNoOther() throws IOException {
        Files.writeString(folder.resolve("broken.jar"), "no jar");

        Ended ended = logics("stamp");

        assertThat(ended.err())
                .endsWith(" warn  plugin broken.jar: 0 entries (expected: a whole jar)\n")
                .hasLineCount(1);
        assertThat(ended.out()).startsWith("stamp  ");
        assertThat(ended.code()).isEqualTo(ExitCode.OK);
    }

    @Test
    void whoAsksForALogicOfABrokenJarIsTold() throws IOException {
        Files.writeString(folder.resolve("broken.jar"), "no jar");

        Ended ended = Cli.run("serve", "--plugins", folder.toString(), "--logic", "missing");

        assertThat(ended.err())
                .hasLineCount(1)
                .contains("stamp, ", "; not loaded: plugin broken.jar: 0 entries (expected: a whole jar)");
        assertThat(ended.code()).isEqualTo(ExitCode.LOGIC);
    }

    @ParameterizedTest
    @ValueSource(strings = {"serve", "logics"})
    void aFolderThatOthersMayWriteIsRefused(String command) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxr-x"));

        Ended ended = Cli.run(command, "--plugins", folder.toString());

        assertThat(ended.err())
                .isEqualTo("quintet: plugins: " + folder + " has mode 775"
                        + " (expected: writable by its owner alone: chmod go-w) [from --plugins]\n");
        assertThat(ended.code()).isEqualTo(ExitCode.CONFIGURATION);
    }

    @Test
    void aJarThatOthersMayWriteIsLeftOut() throws IOException {
        Files.setPosixFilePermissions(folder.resolve("stamp.jar"), PosixFilePermissions.fromString("rw-rw-rw-"));

        Ended ended = logics("stamp");

        assertThat(ended.err()).contains("warn  plugin stamp.jar: ", " has mode 666 (expected: ");
        assertThat(ended.code()).isEqualTo(ExitCode.LOGIC);
    }

    @Test
    void aFolderThatIsNotThereIsAllThatIsTold() {
        Ended ended = Cli.run("serve", "--plugins", "/no/such/folder", "--logic", "stamp");

        assertThat(ended.err())
                .isEqualTo(
                        "quintet: plugins: /no/such/folder (expected: a folder that can be read) [from --plugins]\n");
        assertThat(ended.code()).isEqualTo(ExitCode.CONFIGURATION);
    }

    private Ended logics(String... words) {
        String[] line = new String[words.length + 3];
        line[0] = "logics";
        line[1] = "--plugins";
        line[2] = folder.toString();
        System.arraycopy(words, 0, line, 3, words.length);
        return Cli.run(line);
    }
}
