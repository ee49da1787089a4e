package io.quintet.load.report;

import io.quintet.load.LoadResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;

/** A result as a page that needs nothing but itself: the table, and plots of it. */
public final class HtmlReport {
    private static final int STEPS_A_HALVING = 5;

    private HtmlReport() {}

    /**
     * The page.
     *
     * @param lines the table, and what else is to be said
     */
    public static String of(LoadResult result, List<String> lines) {
        String page = resource("report.html");
        List<String> pieces = new ArrayList<>();
        int from = 0;
        for (int open = page.indexOf("{{"); open >= 0; open = page.indexOf("{{", from)) {
            int close = page.indexOf("}}", open);
            pieces.add(page.substring(from, open));
            pieces.add(piece(page.substring(open + 2, close), result, lines));
            from = close + 2;
        }
        return String.join("", pieces) + page.substring(from);
    }

    private static String piece(String name, LoadResult result, List<String> lines) {
        return switch (name) {
            case "title" -> escaped(ResultTable.describe(result));
            case "table" -> escaped(String.join("\n", lines));
            case "result" -> ResultJson.of(result).replace("<", "\\u003c");
            case "curve" -> curve(result.latency());
            case "library" -> script("chart.umd.js");
            case "script" -> script("report.js");
            default -> throw new IllegalStateException("report.html has an unknown piece: " + name);
        };
    }

    /** Points of latency over 1 / (1 - percentile), which a logarithmic axis spreads evenly. */
    private static String curve(Histogram latency) {
        if (latency.getTotalCount() == 0) {
            return "[]";
        }
        List<String> points = new ArrayList<>();
        for (HistogramIterationValue value : latency.percentiles(STEPS_A_HALVING)) {
            double above = 100 - value.getPercentileLevelIteratedTo();
            double x = above <= 0 ? latency.getTotalCount() : 100 / above;
            points.add("{\"x\":" + x + ",\"y\":" + value.getValueIteratedTo() + "}");
        }
        return points.stream().collect(Collectors.joining(",", "[", "]"));
    }

    /** Nothing in it ends the element that it stands in, or asks for another file. */
    private static String script(String name) {
        return resource(name).replaceAll("//# sourceMappingURL=\\S*", "").replace("</script", "<\\/script");
    }

    private static String resource(String name) {
        try (InputStream in = HtmlReport.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
