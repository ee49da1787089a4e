package io.quintet.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourcesTest {
    @TempDir
    private Path folder;

    @Test
    void variablesAreNamedByTheirKeyAndListsHaveSemicolons() {
        List<RawValue> values = EnvironmentSource.read(Map.of(
                "QUINTET_LISTEN", "127.0.0.1:1; [::1]:2",
                "QUINTET_LIMITS_IDLE_TIMEOUT", "1 min",
                "PATH", "/bin"));

        assertThat(values)
                .containsExactly(
                        new RawValue("limits.idle-timeout", "1 min", "QUINTET_LIMITS_IDLE_TIMEOUT"),
                        new RawValue("listen", "127.0.0.1:1", "QUINTET_LISTEN"),
                        new RawValue("listen", "[::1]:2", "QUINTET_LISTEN"));
    }

    @Test
    void anUnknownVariableIsRefusedWithTheNearestName() {
        SettingValues values = new SettingValues().orElse(EnvironmentSource.read(Map.of("QUINTET_LISTN", "x")));

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(values::requireGood)
                .withMessage("setting: QUINTET_LISTN (expected: a known one; did you mean QUINTET_LISTEN?)");
    }

    @Test
    void variablesOfTheLauncherAndOfAClusterAreNotOurs() {
        assertThat(EnvironmentSource.read(Map.of(
                        "QUINTET_JAVA_OPTS", "-Xmx1g",
                        "QUINTET_SERVICE_HOST", "10.0.0.1",
                        "QUINTET_PORT", "tcp://10.0.0.1:6789",
                        "QUINTET_PORT_6789_TCP_ADDR", "10.0.0.1")))
                .isEmpty();
    }

    @Test
    void aFileHasListsGroupsAndUnits() throws Exception {
        Path file = file("""
                listen = ["127.0.0.1:1", "[::1]:2"]
                threads = 2
                limits {
                  idle-timeout = 1 min
                  write-buffer-high = 1MiB
                }
                answers.telnet = true
                """);

        List<RawValue> values = FileSource.read(file);

        assertThat(values)
                .containsExactly(
                        new RawValue("listen", "127.0.0.1:1", "quintet.conf:1"),
                        new RawValue("listen", "[::1]:2", "quintet.conf:1"),
                        new RawValue("threads", "2", "quintet.conf:2"),
                        new RawValue("limits.idle-timeout", "1 min", "quintet.conf:4"),
                        new RawValue("limits.write-buffer-high", "1MiB", "quintet.conf:5"),
                        new RawValue("answers.telnet", "true", "quintet.conf:7"));
    }

    @Test
    void aProblemNamesTheLineOfTheFile() throws Exception {
        SettingValues values = new SettingValues().orElse(FileSource.read(file("""
                # a comment
                limits.max-conections = 5
                threads = none
                """)));

        ServerSettingsReader.read(values);

        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(values::requireGood)
                .withMessage("setting: limits.max-conections (expected: a known one; did you mean"
                        + " limits.max-connections?) [from quintet.conf:2]\n"
                        + "threads: none (expected: 1 to 1024) [from quintet.conf:3]");
    }

    @Test
    void aFileThatCannotBeReadIsOneLine() throws Exception {
        assertProblem(folder.resolve("absent"), "(expected: a file that can be read)");
        assertProblem(folder, "(expected: a file that can be read)");
        assertProblem(file("limits {"), "(expected: HOCON; ");
        assertProblem(file("framing = ascii:5"), "(expected: HOCON; ");
        assertProblem(file("threads = ${nothing}"), "(expected: HOCON; ");
    }

    private static void assertProblem(Path file, String message) {
        assertThatExceptionOfType(ConfigurationException.class)
                .isThrownBy(() -> FileSource.read(file))
                .withMessageStartingWith("config: " + file)
                .withMessageContaining(message)
                .satisfies(e -> assertThat(e.getMessage()).hasLineCount(1));
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("quintet.conf"), text);
    }
}
