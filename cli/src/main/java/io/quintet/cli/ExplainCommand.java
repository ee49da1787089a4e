package io.quintet.cli;

import io.quintet.config.NearestWord;
import io.quintet.protocol.CloseReason;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** {@code quintet explain [REASON]}. */
final class ExplainCommand implements Subcommand {
    @Override
    public CommandSpec spec() {
        CommandSpec spec = Picocli.newSpec()
                .addPositional(CommandTree.parameter(
                        "REASON", "0..1", "as in the log, such as bad-header; all of them if none"));
        HelpText.examples(spec.usageMessage(), "quintet explain", "quintet explain eof-in-payload");
        return spec;
    }

    @Override
    public ExitCode run(Invocation invocation) {
        PrintStream out = invocation.terminal().out();
        Optional<String> code = Optional.ofNullable(invocation.line().matchedPositionalValue(0, null));
        if (code.isEmpty()) {
            for (CloseReason reason : CloseReason.values()) {
                out.printf("%-24s %s%n", reason.code(), reason.meaning());
            }
            return ExitCode.OK;
        }
        CloseReason reason = CloseReason.of(code.get()).orElseThrow(() -> unknown(code.get()));
        out.println(reason.code() + (reason.isNormal() ? " (a normal end, logged at debug)" : ""));
        out.println("  what happened  " + reason.meaning());
        out.println("  what to do     " + reason.advice());
        return ExitCode.OK;
    }

    private static CommandException unknown(String code) {
        List<String> codes =
                Arrays.stream(CloseReason.values()).map(CloseReason::code).toList();
        return new CommandException(ExitCode.USAGE, NearestWord.unknown("close reason", code, codes));
    }
}
