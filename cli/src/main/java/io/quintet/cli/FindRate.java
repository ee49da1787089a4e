package io.quintet.cli;

import io.quintet.load.LoadPlan;
import io.quintet.load.LoadResult;
import io.quintet.load.RateSearch;
import io.quintet.load.report.Assertion;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The flag {@code --find-rate} of {@code quintet bench}: many loads in place of one. */
final class FindRate {
    static final String FLAG = "--find-rate";

    private static final List<String> NOT_WITH = List.of("--rate", "--requests", "--csv", "--hlog");

    private final String text;
    private final List<Assertion> assertions;

    FindRate(ParseResult line) {
        text = line.matchedOptionValue(FLAG, "");
        assertions = line.hasMatchedOption(FLAG) ? BenchReports.parse(FLAG, text) : List.of();
        for (String other : NOT_WITH) {
            if (isAsked() && line.hasMatchedOption(other)) {
                throw new CommandException(
                        ExitCode.USAGE, FLAG + ": given with " + other + " (expected: one without the other)");
            }
        }
    }

    static void addTo(CommandSpec spec) {
        spec.addOption(Flags.value(
                FLAG,
                "WHAT",
                "look for the highest rate at which this holds, such as 'p99<5ms'; -z is for each of"
                        + " up to 25 loads (default: 3s)"));
    }

    boolean isAsked() {
        return !assertions.isEmpty();
    }

    /** The result at the highest rate that holds, after telling of every load on the way. */
    LoadResult search(LoadPlan plan, BenchReports reports, RateSearch.Runner runner) throws InterruptedException {
        var search = new RateSearch(
                runner,
                result -> assertions.stream().allMatch(assertion -> assertion.holds(result)),
                reports::tellProbe);
        return search.search(plan).orElseThrow(this::noRate);
    }

    private CommandException noRate() {
        return new CommandException(ExitCode.ASSERTION, FLAG + ": " + text + " (expected: what holds at some rate)");
    }
}
