package io.quintet.logic.plugin;

import io.quintet.logic.LogicCatalog;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What one look at a folder gave. Immutable; nothing to close: what nobody refers to any more is collected.
 *
 * @param loaded the plugins, by file name
 * @param problems why other jars are not among them, or not in their newest version; one line each
 */
public record Plugins(List<Plugin> loaded, List<String> problems) {
    /** Of no folder. */
    public static final Plugins NONE = new Plugins(List.of(), List.of());

    /** Keeps copies. */
    public Plugins {
        loaded = List.copyOf(loaded);
        problems = List.copyOf(problems);
    }

    /**
     * The logics of {@code catalog} and these. Who asks it for a logic that is not there is told the problems.
     *
     * @throws io.quintet.logic.LogicException where a name is provided twice
     */
    public LogicCatalog addTo(LogicCatalog catalog) {
        return catalog.with(
                loaded.stream().flatMap(plugin -> plugin.entries().stream()).toList(), problems);
    }

    Optional<Plugin> from(Path jar) {
        return loaded.stream()
                .filter(plugin -> plugin.jar().getFileName().equals(jar.getFileName()))
                .findFirst();
    }
}
