package io.quintet.load.report;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigSyntax;
import io.quintet.load.ClientLoad;
import io.quintet.load.LoadResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A result beside an earlier one: faster, slower, or no difference that is more than noise. */
public final class Comparison {
    private static final int LEAST_STRETCHES = 8;

    private final Config earlier;
    private final Stretches before;

    private Comparison(Config earlier, Stretches before) {
        this.earlier = earlier;
        this.before = before;
    }

    /**
     * With a result that was written as JSON.
     *
     * @throws IllegalArgumentException saying what would have been right, in one line
     */
    public static Comparison with(Path file) {
        String expected = file + " (expected: a file that quintet bench --json has written)";
        try {
            Config json = ConfigFactory.parseFile(
                    file.toFile(),
                    ConfigParseOptions.defaults().setSyntax(ConfigSyntax.JSON).setAllowMissing(false));
            if (json.getInt("version") != ResultJson.VERSION) {
                throw new IllegalArgumentException(expected);
            }
            return new Comparison(json, Stretches.of(json));
        } catch (ConfigException e) {
            throw new IllegalArgumentException(expected, e);
        }
    }

    /** What came of it, line by line. */
    public List<String> of(LoadResult result) {
        Stretches now = Stretches.of(result);
        List<String> lines = new ArrayList<>();
        lines.add(line("rate", before.rates(), now.rates(), true));
        lines.add(line("p50", before.medians(), now.medians(), false));
        lines.add(line("p99", before.tails(), now.tails(), false));
        String differs = otherLoad(result);
        if (!differs.isEmpty()) {
            lines.add("not the same load: " + differs);
        }
        double starved = Math.max(result.client().starved(), earlier.getDouble("client.starved"));
        if (starved >= ClientLoad.STARVED) {
            lines.add("not to be trusted: others kept the load from a processor for " + Figures.percent(starved)
                    + " of the time");
        }
        return lines;
    }

    private static String line(String name, double[] before, double[] now, boolean isRate) {
        if (Math.min(before.length, now.length) < LEAST_STRETCHES) {
            return name + ": cannot be told (expected: at least " + LEAST_STRETCHES + " intervals in both results)";
        }
        Difference difference = Difference.between(before, now);
        boolean better = difference.change() > 0 == isRate;
        String verdict = !difference.isReal() ? "no difference" : better ? "faster" : "slower";
        return String.format(
                Locale.ROOT,
                "%-4s  %s, %s -> %s (%+.1f %%, noise %.1f %%, p = %.2g by the Mann-Whitney U test)",
                name,
                verdict,
                show(difference.from(), isRate),
                show(difference.to(), isRate),
                100 * difference.change(),
                100 * difference.noise(),
                difference.probability());
    }

    private static String show(double value, boolean isRate) {
        return isRate ? Figures.count(value) + "/s" : Figures.time(value);
    }

    /** What was asked for another way, apart from where. */
    private String otherLoad(LoadResult result) {
        Config now = ConfigFactory.parseString(ResultJson.of(result)).getConfig("load");
        Config then = earlier.getConfig("load");
        List<String> differences = new ArrayList<>();
        for (String key : List.of("framing", "loop", "connections", "pipeline", "payloadBytes", "rate")) {
            String old = text(then, key);
            if (!old.equals(text(now, key))) {
                differences.add(key + " " + text(now, key) + ", earlier " + old);
            }
        }
        return String.join("; ", differences);
    }

    private static String text(Config load, String key) {
        return load.hasPath(key) ? load.getAnyRef(key).toString() : "none";
    }
}
