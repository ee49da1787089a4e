package io.quintet.load.report;

import static java.util.Map.entry;

import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValueFactory;
import io.quintet.load.ClientLoad;
import io.quintet.load.Fault;
import io.quintet.load.Interval;
import io.quintet.load.LoadPlan;
import io.quintet.load.LoadResult;
import java.util.HashMap;
import java.util.Map;
import org.HdrHistogram.Histogram;

/** A result as one object in JSON. Times are nanoseconds where a name says so, else seconds. */
public final class ResultJson {
    static final int VERSION = 1;

    private ResultJson() {}

    /** The object, on one line. */
    public static String of(LoadResult result) {
        return ConfigValueFactory.fromMap(Map.ofEntries(
                        entry("version", VERSION),
                        entry("load", load(result)),
                        entry("seconds", result.seconds()),
                        entry("answers", result.answers()),
                        entry("rate", result.rate()),
                        entry("bytesSent", result.volume().sent()),
                        entry("bytesReceived", result.volume().received()),
                        entry("latencyNanos", latency(result.latency())),
                        entry("errors", result.errors()),
                        entry(
                                "faults",
                                result.faults().stream().map(ResultJson::fault).toList()),
                        entry("client", client(result.client())),
                        entry(
                                "intervals",
                                result.intervals().stream()
                                        .map(ResultJson::interval)
                                        .toList())))
                .render(ConfigRenderOptions.concise());
    }

    private static Map<String, Object> load(LoadResult result) {
        LoadPlan plan = result.plan();
        Map<String, Object> load = new HashMap<>();
        load.put("target", plan.target().address().toString());
        load.put("framing", plan.target().framing().toString());
        load.put("loop", plan.shape().rate().isPresent() ? "open" : "closed");
        load.put("connections", plan.shape().connections());
        load.put("pipeline", plan.shape().pipeline());
        load.put("payloadBytes", plan.exchanges().meanPayload());
        plan.shape().rate().ifPresent(rate -> load.put("rate", rate));
        return load;
    }

    private static Map<String, Object> latency(Histogram latency) {
        Map<String, Object> nanos = new HashMap<>();
        nanos.put("min", latency.getTotalCount() == 0 ? 0 : latency.getMinValue());
        for (double percentile : ResultTable.PERCENTILES) {
            nanos.put(ResultTable.percentileName(percentile), latency.getValueAtPercentile(percentile));
        }
        nanos.put("max", latency.getMaxValue());
        nanos.put("mean", latency.getMean());
        return nanos;
    }

    private static Map<String, Object> fault(Fault fault) {
        return Map.of("kind", fault.kind().code(), "count", fault.count(), "first", fault.example());
    }

    private static Map<String, Object> client(ClientLoad client) {
        return Map.of(
                "transport", client.transport(),
                "threads", client.threads(),
                "running", client.running(),
                "starved", client.starved(),
                "lateNanosP99", client.lateness().getValueAtPercentile(99),
                "bottleneck", client.isBottleneck());
    }

    private static Map<String, Object> interval(Interval interval) {
        return Map.of(
                "start", interval.start(),
                "seconds", interval.seconds(),
                "answers", interval.answers(),
                "bytes", interval.bytes(),
                "errors", interval.faults(),
                "p50", interval.latency().p50(),
                "p90", interval.latency().p90(),
                "p99", interval.latency().p99(),
                "max", interval.latency().max());
    }
}
