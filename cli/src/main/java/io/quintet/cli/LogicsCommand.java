package io.quintet.cli;

import io.quintet.config.NearestWord;
import io.quintet.logic.LogicCatalog;
import io.quintet.logic.LogicCatalog.Entry;
import io.quintet.logic.Parameter;
import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** {@code quintet logics [NAME]}. */
final class LogicsCommand implements Subcommand {
    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create()
                .addPositional(CommandTree.parameter("NAME", "0..1", "the one to be shown with its arguments"));
        HelpText.examples(
                spec.usageMessage(),
                "quintet logics                                 what can be served",
                "quintet logics reverse                         which arguments it takes",
                "quintet serve --logic reverse:unit=codepoint   serve it");
        return spec;
    }

    @Override
    public ExitCode run(Invocation invocation) {
        PrintStream out = invocation.terminal().out();
        LogicCatalog catalog = LogicCatalog.ofClassPath();
        Optional<String> name = Optional.ofNullable(invocation.line().matchedPositionalValue(0, null));
        if (name.isPresent()) {
            show(out, catalog.find(name.get()).orElseThrow(() -> unknown(name.get(), catalog)));
        } else {
            list(out, catalog.entries());
        }
        return ExitCode.OK;
    }

    private static void list(PrintStream out, List<Entry> entries) {
        int widest =
                entries.stream().mapToInt(entry -> entry.name().length()).max().orElse(0);
        for (Entry entry : entries) {
            String name = entry.name() + " ".repeat(widest - entry.name().length());
            out.println(name + "  " + entry.provider().description() + origin(entry));
        }
    }

    private static void show(PrintStream out, Entry entry) {
        out.println(entry.name() + "  " + entry.provider().description());
        out.println("  from " + entry.origin());
        for (Parameter<?> parameter : entry.provider().parameters()) {
            out.println("  " + parameter.name() + "=  " + parameter.description());
            out.println("      " + parameter.expected()
                    + parameter
                            .defaultText()
                            .map(text -> " (default: " + text + ")")
                            .orElse(" (required)"));
        }
    }

    private static String origin(Entry entry) {
        return entry.origin().equals("built-in") ? "" : " [" + entry.origin() + "]";
    }

    private static CommandException unknown(String name, LogicCatalog catalog) {
        List<String> names = catalog.entries().stream().map(Entry::name).toList();
        return new CommandException(ExitCode.LOGIC, NearestWord.unknown("logic", name, names));
    }
}
