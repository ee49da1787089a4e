package io.quintet.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/** What can stand behind {@code quintet}, in the order of its help. */
enum CommandName {
    SERVE("answer frames until stopped", ServeCommand::new),
    SEND("send payloads in frames and show the answers", SendCommand::new),
    BENCH("put a server under load and verify every answer", BenchCommand::new),
    SETTINGS("list all settings, as a file to start from", SettingsCommand::new),
    LOGICS("list what can be served, and with which arguments", LogicsCommand::new),
    FRAMING("show what a framing looks like on the wire", FramingCommand::new),
    EXPLAIN("say what a close reason means and what to do about it", ExplainCommand::new),
    COMPLETION("print a script that completes words in bash and zsh", CompletionCommand::new),
    VERSION("show the version, and what it runs on", VersionCommand::new),
    HELP("show the help of a command", HelpCommand::new);

    private final String summary;

    @SuppressWarnings("ImmutableEnumChecker") // constructor references keep nothing
    private final Supplier<Subcommand> maker;

    CommandName(String summary, Supplier<Subcommand> maker) {
        this.summary = summary;
        this.maker = maker;
    }

    /** As it is typed. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** One line for the list of commands. */
    String summary() {
        return summary;
    }

    /** The command itself. */
    Subcommand make() {
        return maker.get();
    }

    static Optional<CommandName> find(String word) {
        return Arrays.stream(values()).filter(name -> name.word().equals(word)).findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(CommandName::word).toList();
    }
}
