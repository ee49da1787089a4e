package io.quintet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.testing.Machine;
import io.quintet.testing.ScriptedServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code quintet send} of the distribution on a pseudo-terminal, typed on by {@code expect}. */
class SendInteractiveIT {
    private static final Path LAUNCHER = Path.of("target/quintet/bin/quintet").toAbsolutePath();

    private static final String START = """
            set timeout 60
            proc await {text} {
                expect {
                    -ex $text {}
                    timeout { puts "@missing $text"; exit 99 }
                    eof { puts "@ended before $text"; exit 98 }
                }
            }
            spawn $env(LAUNCHER) send $env(ADDRESS)
            await "exit, Ctrl-D or an empty line ends"
            await "$env(ADDRESS)> "
            """;

    private static final String END = """
            expect {
                eof {}
                timeout { puts "@does not end"; exit 97 }
            }
            exit [lindex [wait] 3]
            """;

    @TempDir
    private Path state;

    @ParameterizedTest
    @ValueSource(strings = {"exit\\r", "\\r", "\\x04"})
    void linesAreAnsweredUntilTheEnd(String last) throws Exception {
        String script = START + """
                send "abd\\x7fc\\r"
                await "cba"
                await "$env(ADDRESS)> "
                send "a 'b \\\\\\$!\\r"
                await "!$\\\\\\\\ b' a"
                await "$env(ADDRESS)> "
                send "%s"
                """.formatted(last) + END;

        Typed typed = type(script, reversing());

        assertThat(typed.code()).as(typed.screen()).isZero();
        assertThat(Files.readString(state.resolve("quintet/history"))).contains(":abc\n");
    }

    @Test
    void earlierLinesAreThereAgainTheNextTime() throws Exception {
        String first = START + """
                send "abc\\r"
                await "cba"
                await "$env(ADDRESS)> "
                send "\\x04"
                """ + END;
        String second = START + """
                send "\\x1bOA"
                await "abc"
                send "\\r"
                await "cba"
                await "$env(ADDRESS)> "
                send "\\r"
                """ + END;

        assertThat(type(first, reversing()).code()).isZero();
        Typed again = type(second, reversing());

        assertThat(again.code()).as(again.screen()).isZero();
    }

    @Test
    void aRestartOfTheServerIsSurvivedAndSaid() throws Exception {
        String script = START + """
                send "abc\\r"
                await "cba"
                puts "\\n@stop"
                await "disconnected, connecting again"
                puts "\\n@start"
                await "connected again"
                send "xyz\\r"
                await "zyx"
                await "$env(ADDRESS)> "
                send "exit\\r"
                """ + END;

        Typed typed = type(script, reversing());

        assertThat(typed.code()).as(typed.screen()).isZero();
    }

    /** What was on the screen, and how it ended. */
    private record Typed(int code, String screen) {}

    private static ScriptedServer reversing() {
        return ScriptedServer.start(ScriptedServer.reversing());
    }

    /** Types as the script says; the server is closed in the end. */
    private Typed type(String script, ScriptedServer server) throws IOException, InterruptedException {
        Machine.hasPrograms("expect");
        Path file = Files.writeString(Files.createTempFile(state, "script", ".exp"), script);
        var builder = new ProcessBuilder("expect", file.toString()).redirectErrorStream(true);
        builder.environment()
                .putAll(Map.of(
                        "LAUNCHER", LAUNCHER.toString(),
                        "ADDRESS", server.address(),
                        "TERM", "xterm",
                        "JAVA_HOME", System.getProperty("java.home"),
                        "XDG_STATE_HOME", state.toString()));
        Process process = builder.start();
        process.getOutputStream().close();
        String screen = watch(process, server);
        return new Typed(process.waitFor(), screen);
    }

    /** Reads the screen and does what the script asks for. */
    private static String watch(Process process, ScriptedServer server) throws IOException {
        var screen = new StringBuilder();
        ScriptedServer running = server;
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                screen.append(line).append('\n');
                if (line.equals("@stop")) {
                    running.close();
                } else if (line.equals("@start")) {
                    running = ScriptedServer.start(server.port(), ScriptedServer.reversing());
                }
            }
        } finally {
            running.close();
        }
        return screen.toString();
    }
}
