package io.quintet.cli;

import io.quintet.load.LoadException;
import io.quintet.load.LoadPlan;
import picocli.CommandLine.Model.CommandSpec;

/** {@code quintet bench [ADDRESS]}: load, with every answer verified. */
final class BenchCommand implements Subcommand {
    @Override
    public CommandSpec spec() {
        CommandSpec spec = Picocli.newSpec();
        BenchFlags.addTo(spec);
        BenchReports.addTo(spec);
        FindRate.addTo(spec);
        spec.usageMessage()
                .description(
                        "Puts a server under load, compares every answer byte by byte, and tells rate and latency.",
                        "",
                        "Without --rate the loop is closed: the next request follows an answer, so that a server that"
                                + " pauses is asked less. With it the loop is open: requests are due at even intervals,"
                                + " and their latency counts from when they were due, whatever kept them.",
                        "",
                        "The command ends with 7 after any error or wrong answer or a failed --assert, and with 4 if nobody could be reached.");
        HelpText.examples(
                spec.usageMessage(),
                "quintet bench                                  10 s, 64 connections, one request at a time on each",
                "quintet bench 127.0.0.1:6789 -c 64 -P 64       64 requests in flight on each",
                "quintet bench --rate 50000 -z 30s              50000 a second, whatever the server does",
                "quintet bench -n 100000 -d 16..2048 --logic echo",
                "quintet bench -d @requests.txt --any-answer",
                "quintet bench --find-rate 'p99<5ms'            the highest rate at which this holds",
                "quintet bench --rate 10000 --assert 'p99<5ms,errors=0' --json result.json");
        return spec;
    }

    @Override
    public ExitCode run(Invocation invocation) throws InterruptedException {
        try {
            LoadPlan plan = new BenchFlags(invocation).plan();
            try (BenchReports reports = new BenchReports(invocation.line(), invocation.terminal())) {
                return run(plan, new FindRate(invocation.line()), reports) ? ExitCode.OK : ExitCode.ASSERTION;
            }
        } catch (LoadException e) {
            throw new CommandException(codeOf(e.kind()), String.valueOf(e.getMessage()), e);
        }
    }

    private static boolean run(LoadPlan plan, FindRate findRate, BenchReports reports) throws InterruptedException {
        try (InterruptibleLoads loads = new InterruptibleLoads(reports)) {
            return reports.tell(findRate.isAsked() ? findRate.search(plan, reports, loads) : loads.run(plan));
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
