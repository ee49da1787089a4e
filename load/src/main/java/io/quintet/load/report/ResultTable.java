package io.quintet.load.report;

import io.quintet.load.ClientLoad;
import io.quintet.load.Fault;
import io.quintet.load.LoadPlan;
import io.quintet.load.LoadResult;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/** A result as a table for a terminal. */
public final class ResultTable {
    static final double[] PERCENTILES = {50, 75, 90, 99, 99.9, 99.99};

    private ResultTable() {}

    /** The table, line by line. */
    public static List<String> of(LoadResult result) {
        List<String> lines = new ArrayList<>();
        lines.add(describe(result));
        lines.add("");
        lines.add(row("answers", Figures.count(result.answers()) + " in " + Figures.seconds(result.seconds())));
        lines.add(row("rate", Figures.count(result.rate()) + " a second" + asked(result.plan())));
        lines.add(row("bytes", volume(result)));
        lines.addAll(latencies(result.latency()));
        lines.addAll(errors(result));
        lines.add(row("client", client(result.client())));
        return lines;
    }

    /** One load of several, in one line. */
    public static String probe(LoadResult result, boolean holds) {
        boolean open = result.plan().shape().rate().isPresent();
        String p99 = result.answers() == 0 ? "-" : Figures.time(result.latency().getValueAtPercentile(99));
        return row(
                open ? "probe" : "ceiling",
                String.format("%12s a second, p99 %9s, errors %d", Figures.count(result.rate()), p99, result.errors())
                        + (open ? holds ? ": holds" : ": does not hold" : " in a closed loop"));
    }

    /** What was done, in one line. */
    static String describe(LoadResult result) {
        LoadPlan plan = result.plan();
        int connections = plan.shape().connections();
        return plan.target().address() + ", framing " + plan.target().framing() + ": "
                + (plan.shape().rate().isPresent() ? "open loop, " : "closed loop, ")
                + plural(connections, "connection") + " with up to "
                + plan.shape().pipeline() + " in flight, "
                + plural(result.client().threads(), "event loop") + " on "
                + result.client().transport();
    }

    private static String asked(LoadPlan plan) {
        return plan.shape().rate().isPresent()
                ? " (asked for: " + Figures.count(plan.shape().rate().getAsDouble()) + ")"
                : "";
    }

    /** A rate, unless nothing was answered that would end the time it is over. */
    private static String volume(LoadResult result) {
        LoadResult.Volume volume = result.volume();
        double seconds = result.seconds();
        return seconds == 0
                ? Figures.bytes((double) volume.sent()) + " sent, " + Figures.bytes((double) volume.received())
                        + " received"
                : Figures.bytes(volume.sent() / seconds) + "/s sent, " + Figures.bytes(volume.received() / seconds)
                        + "/s received";
    }

    private static List<String> latencies(Histogram latency) {
        if (latency.getTotalCount() == 0) {
            return List.of(row("latency", "no answer to measure"));
        }
        List<String> lines = new ArrayList<>();
        String name = "latency";
        for (double percentile : PERCENTILES) {
            lines.add(row(
                    name, latency(percentileName(percentile), Figures.time(latency.getValueAtPercentile(percentile)))));
            name = "";
        }
        lines.add(row(name, latency("max", Figures.time(latency.getMaxValue()))));
        lines.add(row(name, latency("mean", Figures.time(latency.getMean()))));
        return lines;
    }

    /** {@code p99.9}. */
    static String percentileName(double percentile) {
        return "p" + (percentile == Math.rint(percentile) ? Long.toString((long) percentile) : "" + percentile);
    }

    private static String latency(String name, String time) {
        return String.format("%-7s%9s", name, time);
    }

    private static List<String> errors(LoadResult result) {
        if (result.faults().isEmpty()) {
            return List.of(row("errors", "none"));
        }
        List<String> lines = new ArrayList<>();
        lines.add(row("errors", Figures.count(result.errors())));
        for (Fault fault : result.faults()) {
            lines.add(row(
                    "",
                    fault.kind().code() + ": " + Figures.count(fault.count()) + " "
                            + fault.kind().meaning()));
            lines.add(row("", "  first: " + fault.example()));
        }
        return lines;
    }

    private static String client(ClientLoad client) {
        String busy = "busiest event loop " + Figures.percent(client.running()) + " on a processor";
        if (client.isStarved()) {
            return busy + ", and " + Figures.percent(client.starved())
                    + " waiting for one: others kept the load from sending; measure again on processors of its own";
        }
        if (client.isLate()) {
            String late = Figures.time(client.lateness().getValueAtPercentile(99));
            return busy + ", p99 of sending " + late + " late: the load itself was the bottleneck";
        }
        return client.isBottleneck()
                ? busy + ": the load itself may have been the bottleneck; more --threads or processors will tell"
                : busy + ": not the bottleneck";
    }

    private static String plural(int count, String thing) {
        return Figures.count(count) + " " + thing + (count == 1 ? "" : "s");
    }

    /** One line of the table. */
    public static String row(String name, String value) {
        return String.format("  %-9s %s", name, value);
    }
}
