package io.quintet.cli;

import static io.quintet.cli.Launching.LAUNCHER;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code share/licenses} of the distribution: whose work is in it is said. */
class LicencesIT {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([^`]+)`.*\\| .+ \\| .+ \\|$");
    private static final Pattern TEXT = Pattern.compile("`([\\w.-]+\\.txt)`");

    private final Path home = LAUNCHER.resolveSibling("..");
    private final String page;

    LicencesIT() throws IOException {
        page = Files.readString(home.resolve("share/licenses/README.md"));
    }

    @Test
    void everyJarHasALicence() throws IOException {
        List<PathMatcher> told = ROW.matcher(page)
                .results()
                .map(row ->
                        FileSystems.getDefault().getPathMatcher("glob:{" + row.group(1) + ",quintet}{,-[0-9a-z]*}.jar"))
                .toList();

        assertThat(ShippedJars.libraries())
                .allMatch(jar -> told.stream().anyMatch(row -> row.matches(jar.getFileName())));
    }

    @Test
    void everyTextNamedIsThere() {
        assertThat(TEXT.matcher(page).results().map(text -> text.group(1)))
                .contains("chart.js.txt")
                .allMatch(text -> Files.exists(home.resolve("share/licenses").resolve(text)));
    }
}
