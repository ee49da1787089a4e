package io.quintet.cli;

import picocli.CommandLine.ParseResult;

/**
 * One run of a subcommand.
 *
 * @param line its flags and parameters as given
 * @param terminal what it reads from and writes to
 * @param flags what every command is told: how much to log, whether to color
 */
record Invocation(ParseResult line, Terminal terminal, CommonFlags flags) {
    /** Lets log lines through as the flags say; until then only warnings pass. */
    void startLogging() {
        Logging.start(
                flags.logLevel(), flags.color().on(terminal.errIsTerminal(), terminal.environment()), terminal.err());
    }

    /** Whether results may be colored. */
    boolean colorsResults() {
        return flags.color().on(terminal.outIsTerminal(), terminal.environment());
    }
}
