package io.quintet.logic;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.SortedMap;
import java.util.TreeMap;

/** The logics that can be asked for, by name. Immutable, safe from any thread. */
public final class LogicCatalog {
    private final SortedMap<String, Entry> entries;
    private final List<String> problems;

    private LogicCatalog(SortedMap<String, Entry> entries, List<String> problems) {
        this.entries = Collections.unmodifiableSortedMap(entries);
        this.problems = List.copyOf(problems);
    }

    /**
     * One logic and where it comes from.
     *
     * @param provider makes it
     * @param origin for the user: {@code built-in}, or a jar's file name and version
     */
    public record Entry(LogicProvider provider, String origin) {
        /** The provider's. */
        public String name() {
            return provider.name();
        }
    }

    /**
     * What the class path has, the built-in logics among it.
     *
     * @throws LogicException where a provider cannot be loaded or a name is provided twice
     */
    public static LogicCatalog ofClassPath() {
        return of(load(ServiceLoader.load(LogicProvider.class, LogicCatalog.class.getClassLoader())));
    }

    private static List<Entry> load(ServiceLoader<LogicProvider> loader) {
        try {
            return loader.stream()
                    .map(provider -> new Entry(provider.get(), Origins.of(provider.type())))
                    .toList();
        } catch (ServiceConfigurationError | LinkageError e) {
            throw new LogicException("logic: " + Printable.text(String.valueOf(e.getMessage())), e);
        }
    }

    /**
     * A catalog of just these.
     *
     * @throws LogicException where a name is provided twice, or is none
     */
    public static LogicCatalog of(Collection<Entry> entries) {
        return new LogicCatalog(new TreeMap<>(), List.of()).with(entries, List.of());
    }

    /**
     * This catalog and more.
     *
     * @param problems why some sources gave nothing, one line each: told whoever asks for a name that is not there
     * @throws LogicException where a name is provided twice, or is none
     */
    public LogicCatalog with(Collection<Entry> more, Collection<String> problems) {
        SortedMap<String, Entry> all = new TreeMap<>(entries);
        for (Entry entry : more) {
            Names.check("logic of " + entry.origin(), entry.name());
            Entry other = all.putIfAbsent(entry.name(), entry);
            if (other != null) {
                throw new LogicException("logic: " + entry.name() + " (expected: provided once, not by "
                        + other.origin() + " and " + entry.origin() + ")");
            }
        }
        List<String> allProblems = new ArrayList<>(this.problems);
        allProblems.addAll(problems);
        return new LogicCatalog(all, allProblems);
    }

    /** All, by name. */
    public List<Entry> entries() {
        return List.copyOf(entries.values());
    }

    /** The one of this name. */
    public Optional<Entry> find(String name) {
        return Optional.ofNullable(entries.get(name));
    }

    /**
     * The one of this name, for who asked for it.
     *
     * @throws LogicException where there is none, in one line for the user
     */
    public Entry require(String name) {
        return find(name).orElseThrow(() -> unknown(name));
    }

    /**
     * Makes the logic that {@code expression} asks for.
     *
     * @throws LogicException where there is none of that name or an argument is wrong, in one line for the user
     */
    public Logic create(LogicExpression expression) {
        Entry entry = require(expression.name());
        try {
            return createAtHome(entry.provider(), expression);
        } catch (LogicException e) {
            throw e;
        } catch (RuntimeException | LinkageError e) {
            throw new LogicException(
                    "logic." + expression.name() + ": " + Printable.text(e.toString()) + " (expected: " + entry.origin()
                            + " to create it)",
                    e);
        }
    }

    /** With the provider's class loader as the thread's, since libraries look for their own parts there. */
    private static Logic createAtHome(LogicProvider provider, LogicExpression expression) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(provider.getClass().getClassLoader());
        try {
            return provider.create(GivenArguments.read(expression, provider.parameters()));
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** Makes the logic that {@code expression} asks for, as {@link #create(LogicExpression)} does. */
    public Logic create(String expression) {
        return create(LogicExpression.parse(expression));
    }

    private LogicException unknown(String name) {
        String known =
                entries.isEmpty() ? "expected: a plugin that provides it" : Names.expectedOneOf(entries.keySet(), name);
        String notLoaded = problems.isEmpty() ? "" : "; not loaded: " + String.join("; ", problems);
        return new LogicException("logic: " + Printable.text(name) + " (" + known + notLoaded + ")");
    }
}
