package io.quintet.cli;

import picocli.CommandLine.Model.CommandSpec;

/** {@code quintet serve}: from flags to a running server, until a signal ends it. */
final class ServeCommand implements Subcommand {
    private final StartClock clock = new StartClock();
    private final Preloading preloading = new Preloading();

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Picocli.newSpec();
        SettingFlags.addTo(spec);
        ServeHelp.addTo(spec.usageMessage());
        return spec;
    }

    @Override
    public void prepare() {
        preloading.begin();
    }

    @Override
    public void awaitPrepared() {
        preloading.await();
    }

    @Override
    public ExitCode run(Invocation invocation) throws Exception {
        awaitPrepared();
        try (Serving serving = Serving.start(invocation, clock)) {
            return serving.await();
        }
    }
}
