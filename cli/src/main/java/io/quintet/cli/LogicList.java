package io.quintet.cli;

import io.quintet.cli.send.JsonText;
import io.quintet.logic.LogicCatalog.Entry;
import io.quintet.logic.Parameter;
import io.quintet.logic.Printable;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Logics as {@code quintet logics} shows them. What plugins say of themselves is escaped. */
final class LogicList {
    private static final String BUILT_IN = "built-in";

    private final PrintStream out;

    LogicList(PrintStream out) {
        this.out = out;
    }

    /** All, by where they come from, the built-in ones first; each with its arguments below it. */
    void showAll(List<Entry> entries) {
        int widest =
                entries.stream().mapToInt(entry -> entry.name().length()).max().orElse(0);
        SortedMap<String, List<Entry>> byOrigin = new TreeMap<>();
        entries.forEach(entry -> byOrigin.computeIfAbsent(entry.origin(), origin -> new ArrayList<>())
                .add(entry));
        List<Entry> builtIn = byOrigin.getOrDefault(BUILT_IN, List.of());
        byOrigin.remove(BUILT_IN);
        showGroup(BUILT_IN, builtIn, widest);
        byOrigin.forEach((origin, group) -> {
            out.println();
            showGroup(origin, group, widest);
        });
    }

    private void showGroup(String origin, List<Entry> entries, int widest) {
        out.println(origin);
        for (Entry entry : entries) {
            String name = entry.name() + " ".repeat(widest - entry.name().length());
            out.println("  " + name + "  " + description(entry));
            for (Parameter<?> parameter : entry.provider().parameters()) {
                out.println("  " + " ".repeat(widest) + "    " + parameter.name() + "=  " + values(parameter));
            }
        }
    }

    /** One, with what its arguments do. */
    void show(Entry entry) {
        out.println(entry.name() + "  " + description(entry));
        out.println("  from " + entry.origin());
        for (Parameter<?> parameter : entry.provider().parameters()) {
            out.println("  " + parameter.name() + "=  " + Printable.text(parameter.description()));
            out.println("      " + values(parameter));
        }
    }

    private static String description(Entry entry) {
        return Printable.text(entry.provider().description());
    }

    private static String values(Parameter<?> parameter) {
        return Printable.text(parameter.expected()
                + parameter
                        .defaultText()
                        .map(text -> " (default: " + text + ")")
                        .orElse(" (required)"));
    }

    /** One as a line of JSON; an argument without {@code default} is required. */
    void showJson(Entry entry) {
        out.println("{\"name\":" + JsonText.quoted(entry.name()) + ",\"description\":"
                + JsonText.quoted(entry.provider().description()) + ",\"origin\":" + JsonText.quoted(entry.origin())
                + ",\"arguments\":"
                + entry.provider().parameters().stream()
                        .map(LogicList::json)
                        .collect(Collectors.joining(",", "[", "]}")));
    }

    private static String json(Parameter<?> parameter) {
        String preset = parameter
                .defaultText()
                .map(text -> ",\"default\":" + JsonText.quoted(text))
                .orElse("");
        return "{\"name\":" + JsonText.quoted(parameter.name()) + ",\"expected\":"
                + JsonText.quoted(parameter.expected()) + preset + ",\"description\":"
                + JsonText.quoted(parameter.description()) + "}";
    }
}
