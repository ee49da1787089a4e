package io.quintet.logic.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.quintet.logic.LogicException;
import io.quintet.testing.PluginJar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TrustTest {
    @TempDir
    Path folder;

    private Path jar;

    @BeforeEach
    void writePlugin() throws IOException {
        jar = PluginJar.answering("demo", "").writeTo(folder.resolve("demo.jar"));
    }

    @ParameterizedTest
    @CsvSource({"rwxrwx---, 770", "rwxr-x-w-, 752"})
    void aFolderThatOthersMayWriteIsRefused(String permissions, String mode) throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(permissions));

        assertThatExceptionOfType(LogicException.class)
                .isThrownBy(() -> new PluginLoader(folder).load())
                .withMessage("plugins: " + folder + " has mode " + mode
                        + " (expected: writable by its owner alone: chmod go-w)");
    }

    @ParameterizedTest
    @CsvSource({"rw-rw-r--, 664", "rw-r--rw-, 646"})
    void aJarThatOthersMayWriteIsAProblem(String permissions, String mode) throws IOException {
        Files.setPosixFilePermissions(jar, PosixFilePermissions.fromString(permissions));

        Plugins plugins = new PluginLoader(folder).load();

        assertThat(plugins.loaded()).isEmpty();
        assertThat(plugins.problems())
                .containsExactly("plugin demo.jar: " + jar + " has mode " + mode
                        + " (expected: writable by its owner alone: chmod go-w)");
    }

    @Test
    void aLinkIntoAFolderThatOthersMayWriteIsAProblem(@TempDir Path elsewhere) throws IOException {
        Files.createSymbolicLink(folder.resolve("link.jar"), Files.move(jar, elsewhere.resolve("real.jar")));
        Files.setPosixFilePermissions(elsewhere, PosixFilePermissions.fromString("rwxrwxrwx"));

        Plugins plugins = new PluginLoader(folder).load();

        assertThat(plugins.loaded()).isEmpty();
        assertThat(plugins.problems()).singleElement().asString().contains(elsewhere + " has mode 777");
    }

    @Test
    void aJarOfAnotherUserIsAProblem() throws IOException {
        assumeTrue((Integer) Files.getAttribute(jar, "unix:uid") == 0, "only root can give a file away");
        Files.setAttribute(jar, "unix:uid", 12345);

        Plugins plugins = new PluginLoader(folder).load();

        assertThat(plugins.loaded()).isEmpty();
        assertThat(plugins.problems())
                .containsExactly("plugin demo.jar: " + jar
                        + " belongs to user 12345 (expected: user 0, who runs this, or root)");
    }
}
