package io.quintet.cli;

import static io.quintet.cli.Benches.bench;
import static io.quintet.cli.Benches.serve;
import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import io.quintet.cli.Cli.Ended;
import io.quintet.server.QuintetServer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.HdrHistogram.HistogramLogReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code quintet bench}: where its figures go, and what they are held against. */
class BenchReportsTest {
    @TempDir
    private Path scratch;

    @Test
    void figuresGoToFilesThatOtherProgramsRead() throws Exception {
        try (QuintetServer server = serve("reverse")) {
            Ended ended =
                    bench(server, "-n", "200", "--json", file("json"), "--csv", file("csv"), "--hlog", file("hlog"));

            assertThat(ended.code()).isEqualTo(ExitCode.OK);
            var json = ConfigFactory.parseFile(scratch.resolve("json").toFile());
            assertThat(json.getLong("answers")).isEqualTo(200);
            assertThat(json.getLong("errors")).isZero();
            assertThat(json.getConfig("latencyNanos").root()).containsKeys("min", "p50", "p99", "p99.9", "max", "mean");
            assertThat(json.getConfigList("intervals")).isNotEmpty();
            assertThat(Files.readAllLines(scratch.resolve("csv")))
                    .hasSizeGreaterThan(1)
                    .allMatch(line -> line.split(",", -1).length == 10);
            try (var log = new HistogramLogReader(scratch.resolve("hlog").toFile())) {
                assertThat(log.nextIntervalHistogram()).isNotNull();
            }
        }
    }

    @Test
    void jsonOnStdoutStandsAlone() {
        try (QuintetServer server = serve("reverse")) {
            Ended ended = bench(server, "-n", "20", "--json", "-");

            assertThat(ended.out())
                    .startsWith("{\"answers\":20,")
                    .endsWith(",\"version\":1}\n")
                    .hasLineCount(1);
        }
    }

    @Test
    void aFailedAssertionEndsWithSeven() {
        try (QuintetServer server = serve("reverse")) {
            Ended holds = bench(server, "-n", "20", "--assert", "p99<1000s,errors=0,answers=20");
            Ended fails = bench(server, "-n", "20", "--assert", "p50<1ns,errors=0");

            assertThat(holds.code()).isEqualTo(ExitCode.OK);
            assertThat(holds.out()).contains("assert    p99<1000s: holds, ", "assert    errors=0: holds, 0");
            assertThat(fails.code()).isEqualTo(ExitCode.ASSERTION);
            assertThat(fails.out()).contains("assert    p50<1ns: failed, ", "errors=0: holds");
        }
    }

    @Test
    void aFileThatCannotBeWrittenIsToldBeforeTheLoadBegins() {
        Ended ended = Cli.run("bench", "-n", "1", "--csv", "/no/such/folder/file");

        assertThat(ended.code()).isEqualTo(ExitCode.CONFIGURATION);
        assertThat(ended.err())
                .isEqualTo("quintet: --csv: /no/such/folder/file (expected: a file that can be written)\n");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFullDiskIsTold() {
        try (QuintetServer server = serve("reverse")) {
            Ended ended = bench(server, "-n", "20", "--json", "/dev/full");

            assertThat(ended.code()).isEqualTo(ExitCode.FAILURE);
            assertThat(ended.err())
                    .isEqualTo("quintet: --json: /dev/full (expected: a file that has room for all of it)\n");
        }
    }

    @Test
    void aPageNeedsNothingButItself() throws Exception {
        try (QuintetServer server = serve("reverse")) {
            Ended ended = bench(server, "-n", "200", "--html", file("page"));

            String page = Files.readString(scratch.resolve("page"));
            assertThat(ended.code()).isEqualTo(ExitCode.OK);
            assertThat(page)
                    .contains(
                            "answers   200 in ",
                            "Chart.js v4",
                            "prefers-color-scheme: dark",
                            "@media print",
                            "\"answers\":200")
                    .doesNotContain("{{", "src=", "href=", "@import", "fetch(");
            assertThat(page.split("</script>", -1)).hasSize(3);
        }
    }

    @Test
    void anEarlierResultIsComparedWith() throws Exception {
        try (QuintetServer server = serve("reverse")) {
            bench(server, "-n", "20", "--json", file("old"));

            Ended ended = bench(server, "-n", "20", "-c", "3", "--compare", file("old"));

            assertThat(ended.out())
                    .contains("compare   rate: cannot be told", "not the same load: connections 3, earlier 64");
        }
    }

    private String file(String name) {
        return scratch.resolve(name).toString();
    }
}
