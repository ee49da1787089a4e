package io.quintet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.epoll.Epoll;
import io.netty.channel.uring.IoUring;
import io.quintet.testing.Machine;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A person at {@code serve --telnet}: the real telnet, typed on by {@code expect}, and the real netcat. */
@ParameterizedClass(name = "{0}")
@ValueSource(strings = {"nio", "epoll", "io_uring"})
class TelnetIT {
    private static final Path LAUNCHER = Path.of("target/quintet/bin/quintet").toAbsolutePath();

    /** Types, and waits for what the screen shows; a byte that never comes ends it. */
    private static final String SCRIPT = """
            set timeout 60
            proc await {text} {
                expect {
                    -ex $text {}
                    timeout { puts "@missing $text"; exit 99 }
                    eof { puts "@ended before $text"; exit 98 }
                }
            }
            proc atEnd {} {
                expect {
                    eof {}
                    timeout { puts "@does not end"; exit 97 }
                }
                exit 0
            }
            # Telnet forgets what is typed before it has set the terminal up.
            proc awaitTerminal {state} {
                global spawn_out
                for {set i 0} {$i < 600} {incr i} {
                    if {[string first $state [exec stty -a < $spawn_out(slave,name)]] >= 0} return
                    after 100
                }
                puts "@terminal not $state"
                exit 96
            }
            proc command {line state} {
                awaitTerminal "eol = ^]"
                send "\\x1d"
                await "telnet> "
                send "$line\\r"
                awaitTerminal "eol = ^]"
                awaitTerminal $state
            }
            """;

    @Parameter
    private String transport;

    @TempDir
    private Path scratch;

    private ServedProcess served;

    @BeforeEach
    void serve() throws IOException {
        Machine.has(isThere(), "this machine has no " + transport);
        served = ServedProcess.start(LAUNCHER, scratch, "--telnet", "--transport", transport);
    }

    private boolean isThere() {
        return switch (transport) {
            case "epoll" -> Epoll.isAvailable();
            case "io_uring" -> IoUring.isAvailable();
            default -> true;
        };
    }

    @AfterEach
    void end() {
        if (served != null) {
            served.close();
        }
    }

    @Test
    void linesTypedInTelnetAreAnsweredOnLines() throws Exception {
        type("""
                spawn telnet 127.0.0.1 $env(PORT)
                await "Escape character is"
                send "00003abc\\r"
                await "00003cba\\r\\n"
                send "\\r"
                send "00011hello there\\r"
                await "00011ereht olleh\\r\\n"
                send "00001a00002bc\\r"
                await "00001a\\r\\n00002cb\\r\\n"
                send "hello\\r"
                await "00055ERR bad-header: header byte 0: 0x68 (expected: '0'-'9')\\r\\n"
                await "Connection closed by foreign host."
                atEnd
                """);
        served.awaitLog("closed bad-header");
    }

    /** Then telnet asks for options by itself, sends each key at once, and CR NUL for Return. */
    @Test
    void keysTypedInTelnetsCharacterModeAreAnsweredOnLines() throws Exception {
        type("""
                spawn telnet 127.0.0.1 $env(PORT)
                await "Escape character is"
                command "mode character" -icanon
                foreach key {0 0 0 0 3 a b} { send $key }
                send "c"
                await "00003cba\\r\\n"
                send "\\r"
                send "00002xy\\r"
                await "00002yx\\r\\n"
                command "send ayt" -icanon
                send "00001z\\r"
                await "00001z\\r\\n"
                command "mode line" " icanon"
                send "00003def\\r"
                await "00003fed\\r\\n"
                send "\\x1d"
                await "telnet> "
                send "quit\\r"
                await "Connection closed."
                atEnd
                """);
        assertThat(served.log()).doesNotContain("closed ");
    }

    @Test
    void aLineAtATimeTypedInNetcatIsAnswered() throws Exception {
        type("""
                spawn nc 127.0.0.1 $env(PORT)
                send "00003abc\\r"
                await "00003cba\\r"
                send "00002xy\\r"
                await "00002yx\\r"
                send "\\x03"
                atEnd
                """);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "printf 00003abc                        | nc -N | 00003cba/",
                "printf '00003abc\\n00003xyz\\r\\n\\r\\n' | nc -N | 00003cba/00003zyx/",
                "echo 00003abc                          | nc -N | 00003cba/",
                "echo hello                             | nc -N | 00055ERR bad-header: header byte 0: 0x68 (expected: '0'-'9')/",
                "echo 00003abc                          | nc    | 00003cba/"
            })
    void whatIsPipedIntoNetcatIsAnswered(String input, String netcat, String lines) throws Exception {
        Machine.hasNetcat();
        String expected = lines.replace("/", "\r\n");

        Process shell = new ProcessBuilder("sh", "-c", input + " | " + netcat + " 127.0.0.1 " + served.port()).start();
        try (InputStream printed = shell.getInputStream()) {
            // Without -N, netcat does not end by itself.
            byte[] bytes = netcat.equals("nc") ? printed.readNBytes(expected.length()) : printed.readAllBytes();

            assertThat(new String(bytes, StandardCharsets.ISO_8859_1)).isEqualTo(expected);
        } finally {
            shell.descendants().forEach(ProcessHandle::destroyForcibly);
            shell.destroyForcibly();
        }
    }

    /** Runs a script of expect's, which ends with 0 when it has seen everything. */
    private void type(String script) throws IOException, InterruptedException {
        Machine.hasPrograms("expect", "telnet", "stty");
        Machine.hasNetcat();
        Path file = Files.writeString(scratch.resolve("script.exp"), SCRIPT + script);
        ProcessBuilder builder = new ProcessBuilder("expect", file.toString()).redirectErrorStream(true);
        builder.environment().put("PORT", Integer.toString(served.port()));
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        process.getOutputStream().close();
        String screen = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(screen).isZero();
    }
}
