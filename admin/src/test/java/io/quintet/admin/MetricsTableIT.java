package io.quintet.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.config.ListenAddress;
import io.quintet.config.Listening;
import io.quintet.config.ServerSettings;
import io.quintet.config.ServerTls;
import io.quintet.logic.Logics;
import io.quintet.server.QuintetServer;
import io.quintet.testing.TestCertificate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The names that operators are told of are those that are served, and all of them. */
class MetricsTableIT {
    private static final Pattern FAMILY =
            Pattern.compile("# HELP (quintet_\\w+) (.+)\n# TYPE \\1 (\\w+)\n\\1(?:\\{(\\w+)=)?");

    private static final Pattern NAME = Pattern.compile("\\b(quintet|jvm|process)(_[a-z]+)+\\b(?!\\.)");

    @TempDir
    private static Path directory;

    private static String served() throws IOException {
        TestCertificate certificate = TestCertificate.make(directory, "dns:localhost");
        ServerSettings settings = ServerSettings.defaults()
                .withListening(Listening.on(new ListenAddress.Tcp("127.0.0.1", 0)))
                .withTls(ServerTls.of(certificate.certificate(), certificate.key()));
        try (QuintetServer server = QuintetServer.start(settings, List.of(Logics.bytes(request -> request)))) {
            return new MetricsPage(server, "1.2.3").page(null).body();
        }
    }

    private static String document() throws IOException {
        return Files.readString(Path.of("..", "docs", "operations.md"));
    }

    @Test
    void theTableIsWhatIsServedAndAlertsAreAboutNothingElse() throws IOException {
        String served = served();
        String rows = FAMILY.matcher(served).results().map(MetricsTableIT::row).collect(Collectors.joining("\n"));

        assertThat(document()).contains("| metric | type | what it is |\n| --- | --- | --- |\n" + rows + "\n\n");
        assertThat(NAME.matcher(document()).results().map(MatchResult::group)).allMatch(served::contains);
    }

    private static String row(MatchResult family) {
        String label = family.group(4) == null || family.group(1).equals("quintet_build_info")
                ? ""
                : "{" + family.group(4) + "}";
        return "| `" + family.group(1) + label + "` | " + family.group(3) + " | " + family.group(2) + " |";
    }
}
