package io.quintet.cli;

import io.quintet.load.Load;
import io.quintet.load.LoadException;
import io.quintet.load.LoadListener;
import io.quintet.load.LoadPlan;
import io.quintet.load.LoadResult;
import io.quintet.load.report.ProgressLine;
import io.quintet.load.report.ResultTable;
import picocli.CommandLine.Model.CommandSpec;

/** {@code quintet bench [ADDRESS]}: load, with every answer verified. */
final class BenchCommand implements Subcommand {
    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create();
        BenchFlags.addTo(spec);
        spec.usageMessage()
                .description(
                        "Puts a server under load, compares every answer byte by byte, and tells rate and latency.",
                        "",
                        "Without --rate the loop is closed: the next request follows an answer, so that a server that"
                                + " pauses is asked less. With it the loop is open: requests are due at even intervals,"
                                + " and their latency counts from when they were due, whatever kept them.",
                        "",
                        "The command ends with 7 after any error or wrong answer, and with 4 if nobody could be reached.");
        HelpText.examples(
                spec.usageMessage(),
                "quintet bench                                  10 s, 64 connections, one request at a time on each",
                "quintet bench 127.0.0.1:6789 -c 64 -P 64       64 requests in flight on each",
                "quintet bench --rate 50000 -z 30s              50000 a second, whatever the server does",
                "quintet bench -n 100000 -d 16..2048 --logic echo",
                "quintet bench -d @requests.txt --any-answer");
        return spec;
    }

    @Override
    public ExitCode run(Invocation invocation) throws InterruptedException {
        try {
            LoadPlan plan = new BenchFlags(invocation).plan();
            LoadResult result = run(plan, invocation.terminal());
            ResultTable.of(result).forEach(invocation.terminal().out()::println);
            return result.errors() == 0 ? ExitCode.OK : ExitCode.ASSERTION;
        } catch (LoadException e) {
            throw new CommandException(codeOf(e.kind()), String.valueOf(e.getMessage()), e);
        }
    }

    /** Ctrl-C ends the measuring, not the report. */
    private static LoadResult run(LoadPlan plan, Terminal terminal) throws InterruptedException {
        if (!terminal.errIsTerminal()) {
            return run(new Load(plan, LoadListener.NONE));
        }
        var progress = new ProgressLine(terminal.err());
        try {
            return run(new Load(plan, progress));
        } finally {
            progress.clear();
        }
    }

    private static LoadResult run(Load load) throws InterruptedException {
        try (Signals interrupt = Signals.to(signal -> load.stop(), "INT")) {
            return load.run();
        }
    }

    private static ExitCode codeOf(LoadException.Kind kind) {
        return switch (kind) {
            case USAGE -> ExitCode.USAGE;
            case UNAVAILABLE -> ExitCode.CONFIGURATION;
            case CANNOT_CONNECT -> ExitCode.CANNOT_CONNECT;
            case LOGIC -> ExitCode.LOGIC;
        };
    }
}
