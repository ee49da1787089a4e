package io.quintet.cli;

import io.quintet.config.NearestWord;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** {@code quintet help [COMMAND]}. */
final class HelpCommand implements Subcommand {
    @Override
    public CommandSpec spec() {
        return Picocli.newSpec().addPositional(CommandTree.parameter("COMMAND", "0..1", "the one to be helped with"));
    }

    @Override
    public ExitCode run(Invocation invocation) {
        Optional<String> word = Optional.ofNullable(invocation.line().matchedPositionalValue(0, null));
        CommandTree.showHelp(invocation.terminal(), word.map(HelpCommand::find));
        return ExitCode.OK;
    }

    private static CommandName find(String word) {
        return CommandName.find(word)
                .orElseThrow(() -> new CommandException(
                        ExitCode.USAGE, NearestWord.unknown("command", word, CommandName.words())));
    }
}
