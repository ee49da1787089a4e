package io.quintet.cli;

import picocli.CommandLine.Model.CommandSpec;

/** One word behind {@code quintet}. Made only when it is asked for, so that no command pays for another. */
interface Subcommand {
    /** Its flags, parameters and help; name, summary and the flags of every command are added by whoever asks. */
    CommandSpec spec();

    /** Begins, in the background, what takes long and needs no word behind it. */
    default void prepare() {}

    /** Waits until nothing of {@link #prepare} is left in the background. */
    default void awaitPrepared() {}

    /**
     * Does it.
     *
     * @throws CommandException and everything else that {@link Failures} knows
     */
    ExitCode run(Invocation invocation) throws Exception;
}
