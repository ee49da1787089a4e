package io.quintet.cli;

import picocli.CommandLine.Model.CommandSpec;

/** {@code quintet serve}: from flags to a running server, until a signal ends it. */
final class ServeCommand implements Subcommand {
    private final StartClock clock = new StartClock();

    @Override
    public CommandSpec spec() {
        CommandSpec spec = CommandSpec.create();
        SettingFlags.addTo(spec);
        ServeHelp.addTo(spec.usageMessage());
        return spec;
    }

    @Override
    public ExitCode run(Invocation invocation) throws Exception {
        try (Serving serving = Serving.start(invocation, clock)) {
            return serving.await();
        }
    }
}
