package io.quintet.cli;

import io.quintet.protocol.Framing;
import io.quintet.protocol.FramingExplanation;
import io.quintet.protocol.FramingExplanation.Part;
import java.io.PrintStream;
import java.util.Locale;
import picocli.CommandLine.Model.CommandSpec;

/** {@code quintet framing explain EXPR}. */
final class FramingCommand implements Subcommand {
    private static final String EXPLAIN = "explain";

    @Override
    public CommandSpec spec() {
        CommandSpec explain = CommandSpec.create()
                .addPositional(CommandTree.parameter("FRAMING", "1", "an expression such as ascii:5 or bin:4,le"));
        explain.usageMessage().description("take an example frame apart");
        HelpText.examples(
                explain.usageMessage(),
                "quintet framing explain ascii:5",
                "quintet framing explain bin:4,le,incl",
                "quintet framing explain netstring,max=65536");
        return CommandSpec.create().addSubcommand(EXPLAIN, explain);
    }

    @Override
    public ExitCode run(Invocation invocation) {
        if (!invocation.line().commandSpec().name().equals(EXPLAIN)) {
            throw new CommandException(
                    ExitCode.USAGE, "command: none (expected: " + EXPLAIN + "; see quintet framing --help)");
        }
        Framing framing = Framing.parse(invocation.line().matchedPositionalValue(0, ""));
        show(invocation.terminal().out(), framing.explain());
        return ExitCode.OK;
    }

    private static void show(PrintStream out, FramingExplanation explanation) {
        out.println(explanation.framing());
        explanation.sentences().forEach(sentence -> out.println("  " + sentence));
        if (explanation.example().isEmpty()) {
            return;
        }
        out.println();
        out.printf(Locale.ROOT, "  %6s  %-8s  %-24s  %-16s  %s%n", "offset", "part", "bytes", "text", "meaning");
        for (Part part : explanation.example()) {
            out.printf(
                    Locale.ROOT,
                    "  %6d  %-8s  %-24s  %-16s  %s%n",
                    part.offset(),
                    part.name(),
                    part.hex(),
                    part.text(),
                    part.meaning());
        }
    }
}
