package io.quintet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.cli.Cli.Ended;
import io.quintet.config.Setting;
import io.quintet.config.Settings;
import io.quintet.protocol.CloseReason;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class HelpTest {
    @ParameterizedTest
    @EnumSource(CommandName.class)
    void everyCommandHasHelpOnStdout(CommandName name) {
        Ended asked = Cli.run(name.word(), "--help");
        Ended looked = Cli.run("help", name.word());

        assertThat(asked.code()).isEqualTo(ExitCode.OK);
        assertThat(asked.out()).startsWith("Usage: quintet " + name.word()).contains("--log-level", "--color");
        assertThat(asked.err()).isEmpty();
        assertThat(looked).isEqualTo(asked);
    }

    @Test
    void theListOfCommandsNamesAllWithTheirSummaryAndTheExitCodes() {
        Ended ended = Cli.run("--help");

        for (CommandName name : CommandName.values()) {
            assertThat(ended.out()).containsPattern(name.word() + " +" + name.summary());
        }
        for (ExitCode code : ExitCode.values()) {
            assertThat(ended.out()).containsPattern(code.number() + " +" + code.meaning());
        }
        assertThat(Cli.run("help")).isEqualTo(ended);
    }

    @Test
    void serveHasAFlagForEverySettingWithItsDefault() {
        String help = Cli.run("serve", "--help").out();

        for (Setting<?> setting : Settings.all()) {
            assertThat(help).contains(setting.flag()).containsIgnoringWhitespaces(setting.description());
        }
        assertThat(help)
                .containsIgnoringWhitespaces(
                        "--idle-timeout=DURATION", "(default: 10min)", "(default: 256KiB)", "Examples:");
    }

    @Test
    void noCommandAtAllIsAUsageError() {
        Ended ended = Cli.run();

        assertThat(ended.code()).isEqualTo(ExitCode.USAGE);
        assertThat(ended.err())
                .startsWith("quintet: command: none (expected one of: serve,")
                .hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"version", "--version", "-V"})
    void theVersionIsOneLine(String word) {
        Ended ended = Cli.run(word);

        assertThat(ended.out())
                .startsWith("quintet ")
                .contains("Java " + Runtime.version().feature())
                .hasLineCount(1);
        assertThat(ended.code()).isEqualTo(ExitCode.OK);
    }

    @Test
    void helpIsColoredOnATerminalAloneAndNeverAgainstNoColor() {
        assertThat(new Cli().end("help").out()).doesNotContain("\u001b");
        assertThat(new Cli().onTerminal().end("help").out()).contains("\u001b[");
        assertThat(new Cli()
                        .onTerminal()
                        .with(Map.of("NO_COLOR", "1"))
                        .end("help")
                        .out())
                .doesNotContain("\u001b");
        assertThat(new Cli()
                        .onTerminal()
                        .with(Map.of("TERM", "dumb"))
                        .end("help")
                        .out())
                .doesNotContain("\u001b");
        assertThat(Cli.run("serve", "--color", "always", "--help").out()).contains("\u001b[");
    }

    @ParameterizedTest
    @EnumSource(CloseReason.class)
    void everyCloseReasonIsExplained(CloseReason reason) {
        Ended ended = Cli.run("explain", reason.code());

        assertThat(ended.out()).startsWith(reason.code()).contains(reason.meaning(), reason.advice());
        assertThat(Cli.run("explain").out()).contains(reason.code() + " ");
    }

    @Test
    void logicsAreListedWithTheirArguments() {
        assertThat(Cli.run("logics").out()).contains("reverse  ", "echo ").doesNotContain("[built-in]");
        assertThat(Cli.run("logics", "reverse").out()).contains("from built-in", "unit=", "(default: byte)");
    }

    @Test
    void aFramingIsTakenApart() {
        Ended ended = Cli.run("framing", "explain", "ascii:5");

        assertThat(ended.code()).isEqualTo(ExitCode.OK);
        assertThat(ended.out()).startsWith("ascii:5").contains("00003", "header", "payload", "abc");
        assertThat(Cli.run("framing", "explain", "ascii:0").code()).isEqualTo(ExitCode.CONFIGURATION);
    }

    @Test
    void theCompletionScriptKnowsEveryCommandAndFlag() {
        String script = Cli.run("completion").out();

        assertThat(script).startsWith("#!/usr/bin/env bash").contains("'--listen'", "io_uring");
        for (CommandName name : CommandName.values()) {
            assertThat(script).contains("_picocli_quintet_" + name.word());
        }
    }
}
