package io.quintet.cli;

import picocli.CommandLine.Model.CommandSpec;

/** One word behind {@code quintet}. Made only when it is asked for, so that no command pays for another. */
interface Subcommand {
    /** Its flags, parameters and help; name, summary and the flags of every command are added by whoever asks. */
    CommandSpec spec();

    /**
     * Does it.
     *
     * @throws CommandException and everything else that {@link Failures} knows
     */
    ExitCode run(Invocation invocation) throws Exception;
}
