package io.quintet.cli;

import io.quintet.load.Interval;
import io.quintet.load.LoadListener;
import io.quintet.load.LoadResult;
import io.quintet.load.report.Assertion;
import io.quintet.load.report.Comparison;
import io.quintet.load.report.HtmlReport;
import io.quintet.load.report.IntervalCsv;
import io.quintet.load.report.IntervalHlog;
import io.quintet.load.report.ProgressLine;
import io.quintet.load.report.ResultJson;
import io.quintet.load.report.ResultTable;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.HdrHistogram.Histogram;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** Where the figures of {@code quintet bench} go, and what they should be. Files are opened before the load begins. */
final class BenchReports implements LoadListener, AutoCloseable {
    private static final String JSON = "--json";
    private static final String CSV = "--csv";
    private static final String HLOG = "--hlog";
    private static final String HTML = "--html";
    private static final String ASSERT = "--assert";
    private static final String COMPARE = "--compare";

    private final Terminal terminal;
    private final List<Assertion> assertions;
    private final List<LoadListener> listeners = new ArrayList<>();
    private final ReportFiles files;
    private final Optional<ProgressLine> progress;
    private final Optional<PrintStream> json;
    private final Optional<PrintStream> html;
    private final Optional<Comparison> comparison;

    BenchReports(ParseResult line, Terminal terminal) {
        this.terminal = terminal;
        this.assertions = assertions(line);
        this.progress = terminal.errIsTerminal() ? Optional.of(new ProgressLine(terminal.err())) : Optional.empty();
        progress.ifPresent(listeners::add);
        this.comparison = comparison(line);
        this.files = new ReportFiles(line, terminal.out());
        this.json = files.open(JSON);
        this.html = files.open(HTML);
        files.open(CSV).ifPresent(out -> listeners.add(new IntervalCsv(out)));
        files.open(HLOG).ifPresent(out -> listeners.add(new IntervalHlog(out)));
    }

    static void addTo(CommandSpec spec) {
        add(spec, JSON, "FILE", "write the result as JSON; - for stdout, in place of the table");
        add(spec, CSV, "FILE", "write a line for each interval of the measured time");
        add(spec, HLOG, "FILE", "write an HdrHistogram log, a histogram for each interval");
        add(spec, HTML, "FILE", "write a page with plots, which needs nothing but itself");
        add(spec, COMPARE, "OLD", "say what is faster or slower than in a result that --json has written");
        add(spec, ASSERT, "WHAT", "such as 'p99<5ms,rate>=10k,errors=0': end with 7 where it is not so");
    }

    private static void add(CommandSpec spec, String name, String label, String description) {
        spec.addOption(Flags.value(name, label, description));
    }

    private static List<Assertion> assertions(ParseResult line) {
        return line.hasMatchedOption(ASSERT) ? parse(ASSERT, line.matchedOptionValue(ASSERT, "")) : List.of();
    }

    static List<Assertion> parse(String flag, String text) {
        try {
            return Assertion.parseAll(text);
        } catch (IllegalArgumentException e) {
            throw new CommandException(ExitCode.USAGE, flag + ": " + e.getMessage(), e);
        }
    }

    private static Optional<Comparison> comparison(ParseResult line) {
        try {
            return line.hasMatchedOption(COMPARE)
                    ? Optional.of(Comparison.with(Path.of(line.matchedOptionValue(COMPARE, ""))))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            throw new CommandException(ExitCode.USAGE, COMPARE + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void measured(Interval interval, Histogram latency) {
        listeners.forEach(listener -> listener.measured(interval, latency));
    }

    /** Tells of one load of several. */
    void tellProbe(LoadResult result, boolean holds) {
        if (!files.takeStdout()) {
            terminal.out().println(ResultTable.probe(result, holds));
        }
    }

    /** Takes away the line that tells how it goes. */
    void clearProgress() {
        progress.ifPresent(ProgressLine::clear);
    }

    /** Tells everything; whether all is as it should be. */
    boolean tell(LoadResult result) {
        boolean right = result.errors() == 0;
        List<String> lines = new ArrayList<>(ResultTable.of(result));
        for (Assertion assertion : assertions) {
            right &= assertion.holds(result);
            lines.add(ResultTable.row("assert", assertion.describe(result)));
        }
        comparison.ifPresent(
                earlier -> earlier.of(result).forEach(line -> lines.add(ResultTable.row("compare", line))));
        if (!files.takeStdout()) {
            lines.forEach(terminal.out()::println);
        }
        json.ifPresent(out -> out.println(ResultJson.of(result)));
        html.ifPresent(out -> out.print(HtmlReport.of(result, lines)));
        return right;
    }

    @Override
    public void close() {
        files.close();
    }
}
