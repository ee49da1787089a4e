package io.quintet.config;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Settings from a file in HOCON, of which JSON and simple {@code key = value} lines are a part. */
public final class FileSource {
    private final Path file;

    private FileSource(Path file) {
        this.file = file;
    }

    /**
     * The settings in {@code file}, in the order of its lines.
     *
     * @throws ConfigurationException where it cannot be read
     */
    public static List<RawValue> read(Path file) {
        return new FileSource(file).read();
    }

    private List<RawValue> read() {
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw problem("config: " + OneLine.of(file.toString()) + " (expected: a file that can be read)");
        }
        try {
            List<RawValue> values = new ArrayList<>();
            parse().entrySet().stream()
                    .sorted(Comparator.comparingInt(
                            entry -> entry.getValue().origin().lineNumber()))
                    .forEach(entry -> add(entry, values));
            return values;
        } catch (ConfigException e) {
            throw problem("config: " + OneLine.of(file.toString()) + " (expected: HOCON; "
                    + String.valueOf(e.getMessage()).replaceAll("\\s+", " ") + ")");
        }
    }

    private Config parse() {
        return ConfigFactory.parseFile(
                        file.toFile(), ConfigParseOptions.defaults().setAllowMissing(false))
                .resolve();
    }

    private void add(Map.Entry<String, ConfigValue> entry, List<RawValue> values) {
        String key = String.join(".", ConfigUtil.splitPath(entry.getKey()));
        if (entry.getValue() instanceof ConfigList list) {
            list.forEach(value -> values.add(raw(key, value)));
        } else {
            values.add(raw(key, entry.getValue()));
        }
    }

    private RawValue raw(String key, ConfigValue value) {
        return new RawValue(
                key,
                String.valueOf(value.unwrapped()),
                file.getFileName() + ":" + value.origin().lineNumber());
    }

    private static ConfigurationException problem(String message) {
        return new ConfigurationException(List.of(new Problem("config", message)));
    }
}
