package io.quintet.cli;

import io.quintet.config.ServerSettings;
import io.quintet.config.ServerSettingsReader;
import io.quintet.config.SettingValues;
import io.quintet.config.Settings;
import io.quintet.server.QuintetServer;
import java.util.List;
import java.util.Optional;
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
        SettingValues values = SettingFlags.values(invocation);
        ServerSettings settings = ServerSettingsReader.read(values);
        Optional<KnownLogics> known = KnownLogics.of(values);
        List<ServedLogic> chain =
                known.map(logics -> ServedLogics.read(values, logics.catalog())).orElse(List.of());
        Optional<PortFile> portFile = values.optional(Settings.PORT_FILE, PortFile::at);
        ServedLogics.closeUnless(values::requireGood, chain);

        invocation.startLogging();
        known.orElseThrow().log();
        QuintetServer server = QuintetServer.start(
                settings, chain.stream().map(ServedLogic::logic).toList());
        Reloading reloading = new Reloading(
                server, chain.stream().map(ServedLogic::expression).toList(), known.orElseThrow());
        try (Stopping stopping = Stopping.of(server);
                Signals hangup = Signals.to(new Hangup(reloading::reload, stopping::ask), "HUP")) {
            StartReport started = new StartReport(server, settings, chain);
            portFile.ifPresent(file -> file.publish(started.addresses()));
            started.log(clock.elapsed());
            ExitCode code = stopping.await();
            portFile.ifPresent(PortFile::remove);
            return code;
        }
    }
}
