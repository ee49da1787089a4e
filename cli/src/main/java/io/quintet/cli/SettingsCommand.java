package io.quintet.cli;

import io.quintet.config.Setting;
import io.quintet.config.Settings;
import java.io.PrintStream;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;

/** {@code quintet settings}: the table of settings as a file for {@code serve --config}, everything commented out. */
final class SettingsCommand implements Subcommand {
    @Override
    public CommandSpec spec() {
        CommandSpec spec = Picocli.newSpec();
        HelpText.examples(
                spec.usageMessage(),
                "quintet settings > quintet.conf             a file to edit",
                "quintet serve --config quintet.conf         serve with it");
        return spec;
    }

    @Override
    public ExitCode run(Invocation invocation) {
        PrintStream out = invocation.terminal().out();
        out.println("# Settings of quintet serve with their defaults. Take the # away to change one.");
        Settings.all().forEach(setting -> show(out, setting));
        return ExitCode.OK;
    }

    private static <T> void show(PrintStream out, Setting<T> setting) {
        out.println();
        out.println("# " + setting.description());
        out.println("# " + setting.flag() + " or " + setting.variable());
        out.println("# " + setting.key() + " = " + value(setting));
    }

    private static <T> String value(Setting<T> setting) {
        Function<T, String> writer = setting.type().writer();
        List<String> values = setting.defaults().isEmpty()
                ? List.of(setting.type().label())
                : setting.defaults().stream().map(writer).toList();
        String quoted = values.stream().map(value -> '"' + value + '"').collect(Collectors.joining(", "));
        return setting.repeatable() ? "[" + quoted + "]" : quoted;
    }
}
