package io.quintet.cli.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.cli.lineage.LineageDocument.Client;
import io.quintet.cli.lineage.LineageDocument.Commands;
import io.quintet.testing.Machine;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Types every command of the document, as its reader would, and compares what the clients print. */
@Timeout(180)
class LineageIT {
    @TempDir
    private Path folder;

    @Test
    void theDocumentHasEachOfTheServers() {
        assertThat(LineageDocument.sections())
                .containsExactly(
                        "Five digits, reversed",
                        "Echo on select",
                        "Echo on poll",
                        "Echo on epoll",
                        "Echo with an interactive client",
                        "Print server",
                        "Forking and threading greeters",
                        "Line receiver",
                        "Connection events of a game");
        assertThat(LineageDocument.sources())
                .containsOnlyKeys("lineage.Greeter", "lineage.LineReceiver", "lineage.GameServer");
    }

    @ParameterizedTest
    @MethodSource("commands")
    void clientsPrintWhatTheDocumentSays(Commands commands) throws Exception {
        Machine.hasNetcat();
        LineageDocument.writeSources(folder);
        try (Served served = Served.start(folder, commands.server())) {
            for (Client client : commands.clients()) {
                assertThat(printed(client, served)).as(client.command()).isEqualTo(client.prints());
            }
            assertThat(served.isAlive()).isTrue();
        }
    }

    static List<Commands> commands() {
        return LineageDocument.commands();
    }

    private String printed(Client client, Served served) throws Exception {
        String command = client.command()
                .replace("127.0.0.1 6789", "127.0.0.1 " + served.port())
                .replace("127.0.0.1:6789", "127.0.0.1:" + served.port());
        Process shell = Served.shell(folder, command);
        shell.getOutputStream().close();
        String out = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(shell.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(shell.exitValue()).as(command + ": " + err).isZero();
        return out.strip().replace("\r\n", "|").replace("\n", "|");
    }
}
