package io.quintet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.cli.Cli.Ended;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A user's mistake is one clear line on stderr and the right exit code; never a stack trace, never half a start. */
class BadInputTest {
    private static final String NO_ADDRESS = "(expected: HOST:PORT, [IPV6]:PORT or unix:PATH";

    @TempDir
    private Path scratch;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "srve | command: srve (expected one of: serve,",
                "srve | did you mean serve?)",
                "serve --lissten x | flag: --lissten (expected: a flag of quintet serve --help; did you mean --listen?)",
                "serve -x | flag: -x (expected: a flag of quintet serve --help)",
                "serve now | argument: now (expected: no more; see quintet serve --help)",
                "serve --listen | --listen: nothing (expected: ADDRESS)",
                "serve --listen --threads 2 | --listen: nothing (expected: ADDRESS)",
                "serve --log-level loud | --log-level: loud (expected one of: error, warn, info, debug, trace)",
                "serve --color blue | --color: blue (expected one of: auto, always, never)",
                "explain bad-heder | did you mean bad-header?)",
                "help srve | did you mean serve?)",
                "framing | command: none (expected: explain; see quintet framing --help)",
                "framing explan x | command: explan (expected one of: explain; did you mean explain?)",
                "framing explain | FRAMING: nothing (expected: a framing such as ascii:5",
                "logics new / | --name: '' (expected: lower-case letters,"
            })
    void aCommandLineThatCannotBeUnderstoodIsAUsageError(String line, String message) {
        assertOneLine(Cli.run(line.split(" ")), ExitCode.USAGE, message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--listen foo | listen: foo " + NO_ADDRESS + ") [from --listen]",
                "--listen 300.1.1.1:1 | listen: 300.1.1.1 (expected: an IPv4 address",
                "--listen 9.9.9.9:0 | listen: 9.9.9.9:0 (expected:",
                "--listen no-such-host.invalid:0 | listen: no-such-host.invalid:0 (expected:",
                "--transport epol | transport: epol (expected one of: auto, io_uring, epoll, kqueue, nio; did you mean epoll?)",
                "--framing bin:9 | framing: bin:9",
                "--exec cat --exec-workers 0 | exec-workers: 0 (expected: 1 to 1000) [from --exec-workers]",
                "--threads 0 | threads: 0 (expected: 1 to 1024) [from --threads]",
                "--threads 1 --threads 2 | threads: 1 and 2 (expected: given once) [from --threads]",
                "--listen --lissten | listen: --lissten " + NO_ADDRESS + ") [from --listen]",
                "--idle-timeout -1s | limits.idle-timeout: -1s (expected: a duration such as 500ms,",
                "--idle-timeout 5 | limits.idle-timeout: 5 (expected: a duration such as 500ms,",
                "--telnet=maybe | answers.telnet: maybe (expected one of: true, false)",
                "--port-file /no/such/folder/port | port-file: /no/such/folder/port (expected: a file in a folder that exists)",
                "--port-file / | port-file: / (expected: a file, not a folder) [from --port-file]",
                "--admin-listen 9464 | admin-listen: 9464 (expected: HOST:PORT or [IPV6]:PORT; did you mean 127.0.0.1:9464?)",
                "--admin-listen unix:/a | admin-listen: unix:/a (expected: HOST:PORT or [IPV6]:PORT) [from --admin-listen]",
                "--admin-port-file a | admin-port-file: a (expected: none without --admin-listen) [from --admin-port-file]",
                "--admin-listen 192.0.2.1:1 | admin-listen: 192.0.2.1:1 (expected: an address that can be bound;"
            })
    void aWrongSettingIsAConfigurationError(String flags, String message) {
        assertOneLine(Cli.run(("serve --listen 127.0.0.1:0 " + flags).split(" ")), ExitCode.CONFIGURATION, message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--exec /no/such | logic.exec.command: /no/such (expected: a program that can be started;",
                "--exec cat --logic echo | exec: given with logic (expected: in a chain, --logic exec:COMMAND) [from --exec]",
                "--exec-workers 2 | exec-workers: given without exec (expected: --exec COMMAND)"
            })
    void workersThatCannotBeHadAreALogicThatCannotBeHad(String flags, String message) {
        assertOneLine(Cli.run(("serve --listen 127.0.0.1:0 " + flags).split(" ")), ExitCode.LOGIC, message);
    }

    @ParameterizedTest
    @ValueSource(strings = {"serve --logic ehco", "logics ehco"})
    void anUnknownLogicHasItsOwnCodeAndTheNearestName(String line) {
        assertOneLine(Cli.run(line.split(" ")), ExitCode.LOGIC, "did you mean echo?)");
    }

    @Test
    void allProblemsAreToldAtOnce() {
        Ended ended = Cli.run("serve", "--listen", "foo", "--threads", "0", "--logic", "ehco", "--port-file", "/");

        assertThat(ended.err().lines()).hasSize(4).allMatch(line -> line.startsWith("quintet: "));
        assertThat(ended.code()).isEqualTo(ExitCode.CONFIGURATION);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nio", "epoll", "io_uring"})
    void aBusyPortIsOneLine(String transport) throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String address = "127.0.0.1:" + taken.getLocalPort();

            Ended ended = Cli.run("serve", "--listen", address, "--transport", transport);

            assertOneLine(ended, ExitCode.CONFIGURATION, "");
        }
    }

    @Test
    void aPortFileThatCannotBeWrittenIsRefusedBeforeServing() throws Exception {
        Path busy = Files.createDirectory(scratch.resolve("folder"));
        Files.createFile(busy.resolve("kept"));

        Ended ended = Cli.run("serve", "--listen", "127.0.0.1:0", "--port-file", busy.toString());

        assertOneLine(ended, ExitCode.CONFIGURATION, "port-file: " + busy);
        assertThat(ended.err()).doesNotContain("listening");
    }

    @Test
    void aWrongVariableAndAWrongLineOfTheFileAreNamed() throws Exception {
        Path file = Files.writeString(scratch.resolve("quintet.conf"), "limits {\n  idle-timeout = 5\n}\n");

        Ended variable = new Cli().with(Map.of("QUINTET_THREADS", "0")).end("serve");
        Ended line = Cli.run("serve", "--config", file.toString());
        Ended absent = Cli.run("serve", "--config", file + "x");

        assertOneLine(variable, ExitCode.CONFIGURATION, "threads: 0 (expected: 1 to 1024) [from QUINTET_THREADS]");
        assertOneLine(line, ExitCode.CONFIGURATION, "[from quintet.conf:2]");
        assertOneLine(absent, ExitCode.CONFIGURATION, "config: " + file + "x (expected: a file that can be read)");
    }

    private static void assertOneLine(Ended ended, ExitCode code, String message) {
        assertThat(ended.err().lines()).hasSize(1);
        assertThat(ended.err()).startsWith("quintet: ").contains(message).doesNotContain("Exception", "\tat ");
        assertThat(ended.out()).isEmpty();
        assertThat(ended.code()).isEqualTo(code);
    }
}
