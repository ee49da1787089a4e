package io.quintet.cli;

import io.quintet.config.ServerSettings;
import io.quintet.config.ServerSettingsReader;
import io.quintet.config.SettingValues;
import io.quintet.config.Settings;
import io.quintet.server.QuintetServer;
import java.util.List;
import java.util.Optional;

/**
 * A server from its start until a signal has ended it. Nothing here, nor whoever waits, holds the logics that it began
 * with: they may be renewed, and their classes go then.
 */
final class Serving implements AutoCloseable {
    private final Optional<PortFile> portFile;
    private final Administration administration;
    private final Stopping stopping;
    private final Signals hangup;

    private Serving(
            QuintetServer server, Reloading reloading, Optional<PortFile> portFile, Administration administration) {
        this.portFile = portFile;
        this.administration = administration;
        this.stopping = Stopping.of(server);
        this.hangup = Signals.to(new Hangup(reloading::reload, stopping::ask), "HUP");
    }

    /** Starts as the settings say; all that is wrong with them is thrown at once. */
    static Serving start(Invocation invocation, StartClock clock) {
        SettingValues values = SettingFlags.values(invocation);
        ServerSettings settings = ServerSettingsReader.read(values);
        Optional<KnownLogics> known = KnownLogics.of(values);
        List<ServedLogic> chain =
                known.map(logics -> ServedLogics.read(values, logics.catalog())).orElse(List.of());
        Optional<PortFile> portFile = values.optional(Settings.PORT_FILE, PortFile.of(Settings.PORT_FILE));
        Administration administration = Administration.read(values);
        ServedLogics.closeUnless(values::requireGood, chain);

        invocation.startLogging();
        known.orElseThrow().log();
        QuintetServer server = QuintetServer.start(
                settings, chain.stream().map(ServedLogic::logic).toList());
        Reloading reloading = new Reloading(server, () -> SettingFlags.values(invocation), values, known.orElseThrow());
        Serving serving = new Serving(server, reloading, portFile, administration);
        serving.tell(new StartReport(server, settings, chain, administration), clock);
        return serving;
    }

    private void tell(StartReport started, StartClock clock) {
        try {
            administration.start(started.server());
            portFile.ifPresent(file -> file.publish(started.addresses()));
            started.log(clock.elapsed());
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Waits for the end. */
    ExitCode await() {
        ExitCode code = stopping.await();
        portFile.ifPresent(PortFile::remove);
        return code;
    }

    /** Leaves nothing behind that still runs. */
    @Override
    public void close() {
        hangup.close();
        administration.close();
        stopping.close();
    }
}
