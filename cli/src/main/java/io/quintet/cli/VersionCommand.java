package io.quintet.cli;

import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;

/** {@code quintet version}. */
final class VersionCommand implements Subcommand {
    @Override
    public CommandSpec spec() {
        return Picocli.newSpec();
    }

    @Override
    public ExitCode run(Invocation invocation) {
        invocation
                .terminal()
                .out()
                .println("quintet " + version() + " (Java " + Runtime.version().feature() + ", "
                        + System.getProperty("os.name") + " " + System.getProperty("os.arch") + ")");
        return ExitCode.OK;
    }

    static String version() {
        return Optional.ofNullable(Main.class.getPackage().getImplementationVersion())
                .orElse("unpackaged");
    }
}
