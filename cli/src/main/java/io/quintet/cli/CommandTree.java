package io.quintet.cli;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParseResult;

/** {@code quintet} and the words behind it. Only the one that is asked for is made; without one all lend their summary. */
final class CommandTree {
    private static final String VERSION = "--version";

    private final CommandSpec root = Picocli.newSpec().name("quintet");
    private final Terminal terminal;
    private Optional<CommandSpec> chosenSpec = Optional.empty();

    private CommandTree(Terminal terminal) {
        this.terminal = terminal;
        root.addOption(OptionSpec.builder("-h", CommonFlags.HELP)
                .usageHelp(true)
                .description("show this help")
                .build());
        root.addOption(OptionSpec.builder("-V", VERSION)
                .description("show the version")
                .build());
        HelpText.ofQuintet(root.usageMessage());
    }

    /** Runs what the words say. */
    static ExitCode run(Terminal terminal, String... words) throws Exception {
        Optional<CommandName> chosen = words.length == 0 ? Optional.empty() : CommandName.find(words[0]);
        Optional<Subcommand> made = chosen.map(CommandName::make);
        made.ifPresent(Subcommand::prepare);
        try {
            CommandTree tree = new CommandTree(terminal);
            tree.grow(chosen, made);
            return tree.runChosen(made, words);
        } finally {
            made.ifPresent(Subcommand::awaitPrepared);
        }
    }

    private ExitCode runChosen(Optional<Subcommand> chosen, String... words) throws Exception {
        ParseResult line = commandLine().parseArgs(words);
        while (line.hasSubcommand() && !line.isUsageHelpRequested()) {
            line = line.subcommand();
        }
        if (line.isUsageHelpRequested()) {
            showHelp(line.commandSpec(), line.matchedOptionValue("--color", "auto"));
            return ExitCode.OK;
        }
        if (line.hasMatchedOption(VERSION)) {
            return new VersionCommand().run(new Invocation(line, terminal, CommonFlags.DEFAULT));
        }
        return chosen.orElseThrow(CommandTree::noCommand).run(new Invocation(line, terminal, CommonFlags.of(line)));
    }

    /** Shows the help of {@code quintet} itself, or of one command. */
    static void showHelp(Terminal terminal, Optional<CommandName> name) {
        CommandTree tree = new CommandTree(terminal);
        tree.grow(name, name.map(CommandName::make));
        tree.commandLine();
        tree.showHelp(tree.chosenSpec.orElse(tree.root), "auto");
    }

    /** All of it, every command really made. */
    static CommandLine whole(Terminal terminal) {
        CommandTree tree = new CommandTree(terminal);
        for (CommandName name : CommandName.values()) {
            tree.root.addSubcommand(name.word(), Picocli.commandLine(completeSpec(name, name.make())));
        }
        return tree.commandLine();
    }

    /** Adds the chosen command, or the list of all where none is. */
    private void grow(Optional<CommandName> chosen, Optional<Subcommand> made) {
        chosenSpec = made.map(subcommand -> completeSpec(chosen.orElseThrow(), subcommand));
        chosenSpec.ifPresentOrElse(
                spec -> root.addSubcommand(chosen.orElseThrow().word(), Picocli.commandLine(spec)),
                () -> List.of(CommandName.values())
                        .forEach(name -> root.addSubcommand(name.word(), Picocli.commandLine(listed(name)))));
    }

    /** One that only stands in the list of commands. */
    private static CommandSpec listed(CommandName name) {
        CommandSpec spec = Picocli.newSpec();
        spec.usageMessage().description(name.summary());
        return spec;
    }

    private static CommandSpec completeSpec(CommandName name, Subcommand subcommand) {
        CommandSpec spec = subcommand.spec();
        spec.subcommands().values().forEach(nested -> complete(nested.getCommandSpec()));
        HelpText.describe(spec.usageMessage(), name.summary());
        return complete(spec);
    }

    private static CommandSpec complete(CommandSpec spec) {
        CommonFlags.addTo(spec);
        HelpText.arrange(spec.usageMessage());
        return spec;
    }

    /** Words are taken as they are: no variables, no argument files. */
    private CommandLine commandLine() {
        return Picocli.commandLine(root)
                .setInterpolateVariables(false)
                .setExpandAtFiles(false)
                .setTrimQuotes(false)
                .setUsageHelpWidth(100)
                .setUsageHelpLongOptionsMaxWidth(34);
    }

    private void showHelp(CommandSpec spec, String color) {
        boolean colored =
                Words.parse("--color", ColorChoice.class, color).on(terminal.outIsTerminal(), terminal.environment());
        spec.commandLine().usage(terminal.out(), colored ? Ansi.ON : Ansi.OFF);
    }

    private static CommandException noCommand() {
        return new CommandException(
                ExitCode.USAGE,
                "command: none (expected one of: " + String.join(", ", CommandName.words()) + "; see quintet --help)");
    }

    /** A parameter that stands without a flag. */
    static PositionalParamSpec parameter(String label, String arity, String description) {
        return PositionalParamSpec.builder()
                .paramLabel(label)
                .arity(arity)
                .required(!arity.startsWith("0"))
                .type(arity.endsWith("*") ? String[].class : String.class)
                .description(description)
                .build();
    }
}
