package io.quintet.load.report;

import io.quintet.load.ClientLoad;
import io.quintet.load.Fault;
import io.quintet.load.Interval;
import io.quintet.load.LoadPlan;
import io.quintet.load.LoadResult;
import java.util.List;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;

/** A result as one object in JSON. Times are nanoseconds where a name says so, else seconds. */
public final class ResultJson {
    static final int VERSION = 1;

    private ResultJson() {}

    /** The object, on one line. */
    public static String of(LoadResult result) {
        return object(result).toString();
    }

    static JsonObject object(LoadResult result) {
        return new JsonObject()
                .put("version", VERSION)
                .put("load", load(result))
                .put("seconds", result.seconds())
                .put("answers", result.answers())
                .put("rate", result.rate())
                .put("bytesSent", result.volume().sent())
                .put("bytesReceived", result.volume().received())
                .put("latencyNanos", latency(result.latency()))
                .put("errors", result.errors())
                .put("faults", map(result.faults()))
                .put("client", client(result.client()))
                .put("intervals", intervals(result.intervals()));
    }

    private static JsonObject load(LoadResult result) {
        LoadPlan plan = result.plan();
        JsonObject load = new JsonObject()
                .put("target", plan.target().address().toString())
                .put("framing", plan.target().framing().toString())
                .put("loop", plan.shape().rate().isPresent() ? "open" : "closed")
                .put("connections", plan.shape().connections())
                .put("pipeline", plan.shape().pipeline())
                .put("payloadBytes", plan.exchanges().meanPayload());
        plan.shape().rate().ifPresent(rate -> load.put("rate", rate));
        return load;
    }

    private static JsonObject latency(Histogram latency) {
        JsonObject object = new JsonObject().put("min", latency.getTotalCount() == 0 ? 0 : latency.getMinValue());
        for (double percentile : ResultTable.PERCENTILES) {
            object.put(ResultTable.percentileName(percentile), latency.getValueAtPercentile(percentile));
        }
        return object.put("max", latency.getMaxValue()).put("mean", latency.getMean());
    }

    private static List<JsonObject> map(List<Fault> faults) {
        return faults.stream()
                .map(fault -> new JsonObject()
                        .put("kind", fault.kind().code())
                        .put("count", fault.count())
                        .put("first", fault.example()))
                .collect(Collectors.toList());
    }

    private static JsonObject client(ClientLoad client) {
        return new JsonObject()
                .put("transport", client.transport())
                .put("threads", client.threads())
                .put("running", client.running())
                .put("starved", client.starved())
                .put("lateNanosP99", client.lateness().getValueAtPercentile(99))
                .put("bottleneck", client.isBottleneck());
    }

    private static List<JsonObject> intervals(List<Interval> intervals) {
        return intervals.stream()
                .map(interval -> new JsonObject()
                        .put("start", interval.start())
                        .put("seconds", interval.seconds())
                        .put("answers", interval.answers())
                        .put("bytes", interval.bytes())
                        .put("errors", interval.faults())
                        .put("p50", interval.latency().p50())
                        .put("p90", interval.latency().p90())
                        .put("p99", interval.latency().p99())
                        .put("max", interval.latency().max()))
                .collect(Collectors.toList());
    }
}
