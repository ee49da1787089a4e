package io.quintet.cli;

import io.quintet.config.NearestWord;
import io.quintet.logic.Printable;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.UnmatchedArgumentException;

/** What to say of a word that a command does not know. */
final class UnknownWord {
    private UnknownWord() {}

    static String describe(UnmatchedArgumentException e) {
        CommandSpec command = e.getCommandLine().getCommandSpec();
        String word = Printable.text(e.getUnmatched().get(0));
        if (!word.startsWith("-")) {
            return command.subcommands().isEmpty()
                            || !command.positionalParameters().isEmpty()
                    ? "argument: " + word + " (expected: no more; see " + command.qualifiedName() + " --help)"
                    : NearestWord.unknown("command", word, command.subcommands().keySet());
        }
        String flag = word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
        String guess = NearestWord.to(flag, flags(command))
                .filter(it -> flag.startsWith("--"))
                .map(it -> "; did you mean " + it + "?")
                .orElse("");
        return "flag: " + flag + " (expected: a flag of " + command.qualifiedName() + " --help" + guess + ")";
    }

    /** How the user writes it: {@code --listen}, or a parameter's label. */
    static String nameOf(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    /** What belongs there: a flag's own message says more, once it is given a value. */
    static String meaningOf(ArgSpec argument) {
        return argument.isOption() ? argument.paramLabel() : String.join(" ", argument.description());
    }

    private static List<String> flags(CommandSpec command) {
        List<String> names = new ArrayList<>();
        command.options().forEach(option -> names.addAll(List.of(option.names())));
        return names;
    }
}
