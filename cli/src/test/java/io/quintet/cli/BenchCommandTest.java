package io.quintet.cli;

import static io.quintet.cli.Benches.address;
import static io.quintet.cli.Benches.bench;
import static io.quintet.cli.Benches.serve;
import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.cli.Cli.Ended;
import io.quintet.server.QuintetServer;
import io.quintet.testing.ScriptedServer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code quintet bench}: what it says and how it ends. */
class BenchCommandTest {
    @TempDir
    private Path scratch;

    @Test
    void aServerThatIsRightIsMeasured() {
        try (QuintetServer server = serve("reverse")) {
            Ended ended = bench(server, "-n", "500", "-c", "3", "-P", "4", "-d", "1..99");

            assertThat(ended.code()).isEqualTo(ExitCode.OK);
            assertThat(ended.err()).isEmpty();
            assertThat(ended.out())
                    .contains("closed loop, 3 connections with up to 4 in flight")
                    .contains("answers   500 in ")
                    .contains(" a second", "p50 ", "p99.99", "max ", "errors    none", "client    busiest event loop");
        }
    }

    @Test
    void payloadsOfAFileAndAChainOfLogics() throws Exception {
        Path lines = Files.writeString(scratch.resolve("lines"), "abc\nhello there\nx\n");
        try (QuintetServer server = serve("upper", "reverse")) {
            Ended ended = bench(server, "-n", "30", "-d", "@" + lines, "--logic", "upper", "--logic", "reverse");

            assertThat(ended.out()).contains("answers   30 in ", "errors    none");
            assertThat(ended.code()).isEqualTo(ExitCode.OK);
        }
    }

    @Test
    void aWrongAnswerEndsWithSeven() {
        try (QuintetServer server = serve("echo")) {
            Ended ended = bench(server, "-n", "10", "-d", "8");
            Ended anyAnswer = bench(server, "-n", "10", "-d", "8", "--any-answer");

            assertThat(ended.code()).isEqualTo(ExitCode.ASSERTION);
            assertThat(ended.out())
                    .contains("wrong-answer: 10 answers with other bytes than expected", "first: answer ");
            assertThat(anyAnswer.code()).isEqualTo(ExitCode.OK);
        }
    }

    @Test
    void nobodyThereIsOneLine() {
        ScriptedServer gone = ScriptedServer.start(ScriptedServer.reversing());
        gone.close();

        Ended ended = Cli.run("bench", gone.address(), "-n", "1");

        assertThat(ended.code()).isEqualTo(ExitCode.CANNOT_CONNECT);
        assertThat(ended.err())
                .startsWith("quintet: connection to " + gone.address() + ": ")
                .hasLineCount(1);
    }

    @Test
    void aTerminalSeesHowItGoes() {
        try (QuintetServer server = serve("reverse")) {
            Ended ended = new Cli().onTerminal().end("bench", address(server), "-z", "1s", "--warmup", "0", "-c", "1");

            assertThat(ended.err()).contains(" a second  p99 ", "errors 0").endsWith("\r\u001b[K");
        }
    }

    @Test
    void theHighestRateIsLookedFor() {
        try (QuintetServer server = serve("reverse")) {
            Ended ended = bench(server, "--find-rate", "p50<1000s", "-z", "60ms", "--warmup", "0", "-c", "2");
            Ended never = bench(server, "--find-rate", "p50<1ns", "-z", "60ms", "--warmup", "0", "-c", "2");

            assertThat(ended.out()).contains("ceiling", " in a closed loop", "probe  ");
            assertThat(never.out()).contains(": does not hold").doesNotContain(": holds");
            assertThat(never.code()).isEqualTo(ExitCode.ASSERTION);
            assertThat(never.err()).isEqualTo("quintet: --find-rate: p50<1ns (expected: what holds at some rate)\n");
        }
    }

    @Test
    void aWrongAnswerEndsTheSearchForARate() {
        try (QuintetServer server = serve("echo")) {
            Ended ended = bench(server, "--find-rate", "p50<1000s", "-z", "60ms", "--warmup", "0", "-c", "2");

            assertThat(ended.code()).isEqualTo(ExitCode.ASSERTION);
            assertThat(ended.out()).contains("wrong-answer: ").doesNotContain("probe");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-c 0 | USAGE | --connections: 0 (expected: 1 to 1000000)",
                "-P x | USAGE | --pipeline: x (expected: 1 to 100000)",
                "-n -1 | USAGE | --requests: -1 (expected: 1 to",
                "-z soon | USAGE | --duration: soon (expected: a duration such as",
                "-z 0 | USAGE | requests: 0 (expected: at least 1, or a duration)",
                "--rate 0 | USAGE | --rate: 0 (expected: 1 to 1000000000)",
                "--timeout 0 | USAGE | timeout: 0ms (expected: at least 1ms)",
                "-d many | USAGE | payload: many (expected: a size such as 32, a range such as 16..2048, or @FILE",
                "-d 9..1 | USAGE | payload: 9..1 (expected: sizes up to 99999, the smaller one first)",
                "-d 0 | USAGE | payload: 0 (expected: at least 1 byte a payload, unless the framing has zero=deliver)",
                "-d @/no/such | USAGE | payload: @/no/such (expected: a file that can be read)",
                "--framing bin:9 | USAGE | framing: bin:9",
                "--transport epol | USAGE | --transport: epol (expected one of: auto, io_uring, epoll, kqueue, nio; did",
                "nowhere | USAGE | address: nowhere (expected: HOST:PORT,",
                "--find-rate p99<1ms --rate 5 | USAGE | --find-rate: given with --rate (expected: one without the other)",
                "--compare /no/such | USAGE | --compare: /no/such (expected: a file that quintet bench --json has written)",
                "--json - --csv - | USAGE | --csv: - (expected: a file, since --json goes to stdout)",
                "--assert p99 | USAGE | --assert: p99 (expected: a figure, a relation and a value,",
                "--logic ehco | LOGIC | did you mean echo?)",
                "--logic random | LOGIC | logic: gives the same payload different answers (expected: answers that depend",
                "--logic print | LOGIC | logic: ",
            })
    void badInputIsOneLine(String flags, ExitCode code, String message) {
        Ended ended = Cli.run(("bench " + flags).split(" ", -1));

        assertThat(ended.err()).startsWith("quintet: ").contains(message).hasLineCount(1);
        assertThat(ended.code()).isEqualTo(code);
    }
}
