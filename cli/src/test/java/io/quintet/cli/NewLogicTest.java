package io.quintet.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quintet.cli.Cli.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code quintet logics new}, without building what it writes. */
class NewLogicTest {
    @TempDir
    private Path scratch;

    @Test
    void theProjectIsNamedAllThrough() throws IOException {
        Path folder = scratch.resolve("a/project");
        PluginProject project = new PluginProject("org.example.up", "upside-down", Path.of("/opt/R&D"), "1.2");

        assertThat(project.write(folder))
                .containsExactly(
                        folder.resolve("pom.xml"),
                        folder.resolve("README.md"),
                        folder.resolve(".gitignore"),
                        folder.resolve("src/main/java/org/example/up/UpsideDownPlugin.java"),
                        folder.resolve("src/main/resources/META-INF/services/io.quintet.logic.LogicProvider"),
                        folder.resolve("src/test/java/org/example/up/UpsideDownPluginTest.java"))
                .allSatisfy(file -> assertThat(file).content().doesNotContain("{{", "}}", "@{"));
        assertThat(folder.resolve("pom.xml"))
                .content()
                .contains(
                        "<artifactId>upside-down</artifactId>",
                        "<quintet.home>/opt/R&amp;D</quintet.home>",
                        "<quintet.version>1.2</quintet.version>")
                .doesNotContain("@");
        assertThat(folder.resolve("src/main/resources/META-INF/services/io.quintet.logic.LogicProvider"))
                .hasContent("org.example.up.UpsideDownPlugin");
    }

    @Test
    void aFolderWithSomethingInItIsRefusedAndLeftAlone() throws IOException {
        Path kept = Files.writeString(scratch.resolve("kept"), "mine");
        PluginProject project = new PluginProject("demo", "shout", Path.of("/opt"), "1.2");

        assertThatExceptionOfType(CommandException.class)
                .isThrownBy(() -> project.write(scratch))
                .withMessage("DIR: " + scratch + " (expected: an empty folder, or one that does not exist)");
        assertThatExceptionOfType(CommandException.class).isThrownBy(() -> project.write(kept));
        assertThat(scratch).isDirectoryNotContaining(file -> !file.equals(kept));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "logics new | DIR: nothing (expected: a folder that is empty, or does not exist yet)",
                "logics new My_Dir | --name: My_Dir (expected: lower-case letters, digits and hyphens, beginning with a letter)",
                "logics new x --name reverse | --name: reverse (expected: a name that no logic has yet)",
                "logics new x --package 1a | --package: 1a (expected: a Java package of your own such as org.example)",
                "logics new x --package a.class | --package: a.class (expected: a Java package of your own",
                "logics new x --package java.util | --package: java.util (expected: a Java package of your own",
                "logics new x --package io.quintet.logic | --package: io.quintet.logic (expected: a Java package of your own"
            })
    void whatCannotBeNamedSoIsAUsageError(String line, String message) {
        Ended ended = Cli.run(line.split(" "));

        assertThat(ended.err()).startsWith("quintet: " + message).hasLineCount(1);
        assertThat(ended.code()).isEqualTo(ExitCode.USAGE);
    }
}
