package io.quintet.cli;

import io.quintet.config.FramingText;
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
        CommandSpec explain = Picocli.newSpec()
                .addPositional(
                        CommandTree.parameter("FRAMING", "1", "a framing such as ascii:5 or bin:4,le,max=65536"));
        explain.usageMessage()
                .description(
                        "Takes an example frame apart and says in words how the framing behaves.",
                        "",
                        "FRAMING is one of these forms, and options behind commas:",
                        "  ascii:1 to ascii:9   so many decimal digits; incl (they count themselves), pad=space",
                        "  bin:1 to bin:4       so many bytes, big-endian; incl, le (little-endian)",
                        "  netstring            digits, a colon, the payload, a comma",
                        "  line, line:lf        a line; answers end in CR LF, or in LF",
                        "  raw                  no frames: what one read brings is a payload",
                        "  any of them          max=BYTES, zero=close|keepalive|echo|deliver, crlf=skip|reject");
        HelpText.examples(
                explain.usageMessage(),
                "quintet framing explain ascii:5",
                "quintet framing explain bin:4,le,incl",
                "quintet framing explain netstring,max=65536");
        return Picocli.newSpec().addSubcommand(EXPLAIN, Picocli.commandLine(explain));
    }

    @Override
    public ExitCode run(Invocation invocation) {
        if (!invocation.line().commandSpec().name().equals(EXPLAIN)) {
            throw new CommandException(
                    ExitCode.USAGE, "command: none (expected: " + EXPLAIN + "; see quintet framing --help)");
        }
        Framing framing = FramingText.parse(invocation.line().matchedPositionalValue(0, ""));
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
