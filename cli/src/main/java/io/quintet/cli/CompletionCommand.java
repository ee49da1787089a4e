package io.quintet.cli;

import picocli.AutoComplete;
import picocli.CommandLine.Model.CommandSpec;

/** {@code quintet completion}. */
final class CompletionCommand implements Subcommand {
    @Override
    public CommandSpec spec() {
        CommandSpec spec = Picocli.newSpec();
        HelpText.examples(
                spec.usageMessage(),
                "source <(quintet completion)                       for this shell, bash or zsh",
                "quintet completion > ~/.local/share/bash-completion/completions/quintet");
        return spec;
    }

    @Override
    public ExitCode run(Invocation invocation) {
        Terminal terminal = invocation.terminal();
        terminal.out().print(AutoComplete.bash("quintet", CommandTree.whole(terminal)));
        return ExitCode.OK;
    }
}
