package io.quintet.logic.plugin;

import io.quintet.logic.LogicCatalog;
import io.quintet.logic.LogicException;
import io.quintet.logic.LogicProvider;
import io.quintet.logic.Printable;
import java.net.MalformedURLException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.jar.Attributes;

/**
 * One jar, loaded.
 *
 * @param jar the file it was read from
 * @param name the manifest's {@code Implementation-Title}, or the file's name without {@code .jar}
 * @param version the manifest's {@code Implementation-Version}
 * @param sha256 of the file, in hexadecimal digits
 * @param entries its logics, for a catalog
 */
public record Plugin(Path jar, String name, Optional<String> version, String sha256, List<LogicCatalog.Entry> entries) {
    static Plugin load(String what, Path jar, JarContent content) {
        String file = jar.getFileName().toString();
        try {
            Optional<String> version = content.attribute(Attributes.Name.IMPLEMENTATION_VERSION);
            String origin =
                    Printable.text(version.map(text -> file + " " + text).orElse(file));
            ClassLoader loader = new PluginClassLoader(file, jar.toUri().toURL(), content);
            List<LogicCatalog.Entry> entries = entries(loader, origin);
            requireLogics(what, entries);
            String title = content.attribute(Attributes.Name.IMPLEMENTATION_TITLE)
                    .orElse(file.substring(0, file.length() - ".jar".length()));
            return new Plugin(jar, title, version, content.sha256(), entries);
        } catch (MalformedURLException | RuntimeException | LinkageError | ServiceConfigurationError e) {
            throw e instanceof LogicException known
                    ? known
                    : new LogicException(
                            what + ": " + Printable.text(reason(e)) + " (expected: a jar whose providers load)", e);
        }
    }

    private static List<LogicCatalog.Entry> entries(ClassLoader loader, String origin) {
        List<LogicCatalog.Entry> entries = ServiceLoader.load(LogicProvider.class, loader).stream()
                .map(provider -> new LogicCatalog.Entry(describing(provider.get()), origin))
                .toList();
        return LogicCatalog.of(entries).entries();
    }

    /** Asks now what a list of logics asks, so that a provider which cannot tell is its jar's problem alone. */
    private static LogicProvider describing(LogicProvider provider) {
        Objects.requireNonNull(provider.description(), "description");
        provider.parameters().forEach(Objects::requireNonNull);
        return provider;
    }

    private static void requireLogics(String what, List<LogicCatalog.Entry> entries) {
        if (entries.isEmpty()) {
            throw new LogicException(
                    what + ": no logic (expected: META-INF/services/" + LogicProvider.class.getName() + ")");
        }
    }

    /** A {@link ServiceConfigurationError} says which provider, its cause what is wrong with it. */
    private static String reason(Throwable e) {
        return e instanceof ServiceConfigurationError && e.getCause() != null
                ? e.getMessage() + ": " + e.getCause()
                : e.toString();
    }

    /** For the log: {@code upside 1.2 (upside.jar, sha256 9f86...)}. */
    public String describe() {
        String title = version.map(text -> name + " " + text).orElse(name);
        return Printable.text(title + " (" + jar.getFileName()) + ", sha256 " + sha256 + ")";
    }
}
