package io.quintet.cli;

import io.quintet.config.RawValue;
import io.quintet.config.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Where this program is installed.
 *
 * @param home the folder with {@code bin}, {@code lib} and {@code plugins}
 */
record Distribution(Path home) {
    /** As its launcher says; empty where another one started it. */
    static Optional<Distribution> ofProcess() {
        return Optional.ofNullable(System.getProperty("quintet.home"))
                .map(Path::of)
                .map(Distribution::new);
    }

    /** What is set where nobody sets it: the weakest source. */
    static List<RawValue> settings() {
        return List.of(ofProcess()
                .map(it -> it.home.resolve("plugins"))
                .filter(Files::isDirectory)
                .map(folder -> new RawValue(Settings.PLUGINS.key(), folder.toString(), "the distribution"))
                .orElse(new RawValue(Settings.PLUGINS.key(), "", "")));
    }
}
