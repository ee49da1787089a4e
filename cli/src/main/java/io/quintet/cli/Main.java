package io.quintet.cli;

/** The entry point of the {@code quintet} command. */
public final class Main {
    private Main() {}

    /**
     * Runs the command and ends the process with its exit code.
     *
     * @param args its words, without the command's own name
     */
    public static void main(String[] args) {
        Terminal terminal = Terminal.ofProcess();
        int code = run(terminal, args).number();
        terminal.out().flush();
        System.exit(code);
    }

    /** Runs the command in this process. */
    static ExitCode run(Terminal terminal, String... args) {
        try {
            ExitCode code = CommandTree.run(terminal, args);
            if (code == ExitCode.OK && terminal.out().checkError()) {
                throw new CommandException(ExitCode.FAILURE, "stdout: closed or full (expected: room for all results)");
            }
            return code;
        } catch (Exception e) {
            return Failures.report(e, terminal);
        }
    }
}
