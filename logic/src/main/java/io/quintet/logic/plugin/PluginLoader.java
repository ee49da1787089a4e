package io.quintet.logic.plugin;

import io.quintet.logic.LogicException;
import io.quintet.logic.Printable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Loads the jars of one folder, and again when they have changed.
 *
 * <p>What others may write is refused, since its code would run as us. A jar that cannot be loaded is a problem of its
 * own and stops no other. Safe from any thread.
 */
public final class PluginLoader {
    private final Path folder;

    /** Of the jars right in {@code folder}. */
    public PluginLoader(Path folder) {
        this.folder = folder;
    }

    /**
     * Loads every jar.
     *
     * @throws LogicException where the folder is none, or cannot be trusted or read
     */
    public Plugins load() {
        return reload(Plugins.NONE);
    }

    /**
     * Loads the jars that are not what they were in {@code current}, into new class loaders; {@code current} stays usable.
     *
     * <p>A jar that cannot be loaded leaves the plugin that {@code current} has from it in place, and is a problem.
     *
     * @throws LogicException where the folder is none, or cannot be trusted or read
     */
    public Plugins reload(Plugins current) {
        List<Plugin> loaded = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (Path jar : jars()) {
            Optional<Plugin> before = current.from(jar);
            try {
                loaded.add(loadOrKeep(jar, before));
            } catch (LogicException e) {
                problems.add(e.getMessage() + (before.isPresent() ? "; the one loaded before stays" : ""));
                before.ifPresent(loaded::add);
            }
        }
        return new Plugins(loaded, problems);
    }

    private List<Path> jars() {
        try {
            Trust.check("plugins", folder);
            try (Stream<Path> files = Files.list(folder)) {
                return files.filter(file -> file.getFileName().toString().endsWith(".jar"))
                        .sorted()
                        .toList();
            }
        } catch (IOException e) {
            throw new LogicException(
                    "plugins: " + Printable.text(folder.toString()) + " (expected: a folder that can be read)", e);
        }
    }

    private static Plugin loadOrKeep(Path jar, Optional<Plugin> before) {
        String what = "plugin " + Printable.text(jar.getFileName().toString());
        try {
            Trust.check(what, Objects.requireNonNull(jar.toRealPath().getParent()));
            Trust.check(what, jar);
            JarContent content = JarContent.of(what, Files.readAllBytes(jar));
            return before.filter(plugin -> plugin.sha256().equals(content.sha256()))
                    .orElseGet(() -> Plugin.load(what, jar, content));
        } catch (IOException e) {
            throw new LogicException(
                    what + ": " + Printable.text(e.toString()) + " (expected: a jar that can be read)", e);
        }
    }
}
