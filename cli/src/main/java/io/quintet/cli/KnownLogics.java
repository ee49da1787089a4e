package io.quintet.cli;

import io.quintet.config.SettingValues;
import io.quintet.config.Settings;
import io.quintet.logic.LogicCatalog;
import io.quintet.logic.plugin.Plugin;
import io.quintet.logic.plugin.PluginLoader;
import io.quintet.logic.plugin.Plugins;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The logics that can be asked for: those of the class path, and those of a folder as it was when last looked at.
 *
 * @param loader of the folder; empty where there is none
 * @param plugins what it had
 * @param catalog all of them
 */
record KnownLogics(Optional<PluginLoader> loader, Plugins plugins, LogicCatalog catalog) {
    private static final Logger LOG = LoggerFactory.getLogger("io.quintet.cli.plugins");

    /** As set; empty where that is wrong, which {@code values} keeps then. */
    static Optional<KnownLogics> of(SettingValues values) {
        return values.optional(Settings.PLUGINS, KnownLogics::in);
    }

    /**
     * With the plugins of {@code folder}, which is none where the text is empty.
     *
     * @throws IllegalArgumentException where it cannot be had
     */
    static KnownLogics in(String folder) {
        return folder.isEmpty()
                ? of(Optional.empty(), Plugins.NONE)
                : in(new PluginLoader(Path.of(folder).toAbsolutePath()));
    }

    private static KnownLogics in(PluginLoader loader) {
        return of(Optional.of(loader), loader.load());
    }

    private static KnownLogics of(Optional<PluginLoader> loader, Plugins plugins) {
        return new KnownLogics(loader, plugins, plugins.addTo(LogicCatalog.ofClassPath()));
    }

    /** Looks again; what has not changed stays what it is. */
    KnownLogics reload() {
        return of(loader, loader.map(it -> it.reload(plugins)).orElse(plugins));
    }

    /** One line for each plugin, and for each jar that is none. */
    void log() {
        plugins.loaded().forEach(plugin -> LOG.info("plugin {}", plugin.describe()));
        logProblems();
    }

    /** One line for each jar that could not be loaded. */
    void logProblems() {
        plugins.problems().forEach(LOG::warn);
    }

    /** The plugins in one line. */
    String versions() {
        return plugins.loaded().isEmpty()
                ? "none"
                : plugins.loaded().stream().map(Plugin::describe).collect(Collectors.joining(", "));
    }
}
