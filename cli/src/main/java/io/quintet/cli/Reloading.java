package io.quintet.cli;

import io.quintet.config.ConfigurationException;
import io.quintet.config.Problem;
import io.quintet.config.ServerSettings;
import io.quintet.config.ServerSettingsReader;
import io.quintet.config.SettingChange;
import io.quintet.config.SettingValues;
import io.quintet.config.Settings;
import io.quintet.logic.Logic;
import io.quintet.logic.LogicExpression;
import io.quintet.server.QuintetServer;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has a running server take up what has changed: settings, logics, certificates. Safe from any thread. */
final class Reloading {
    private static final Logger LOG = LoggerFactory.getLogger("io.quintet.cli.plugins");

    private final QuintetServer server;
    private final Supplier<SettingValues> source;
    private final SettingValues atStart;
    private SettingValues current;
    private KnownLogics known;

    /**
     * @param source reads the settings again, from wherever they came
     * @param atStart what they were
     */
    Reloading(QuintetServer server, Supplier<SettingValues> source, SettingValues atStart, KnownLogics known) {
        this.server = server;
        this.source = source;
        this.atStart = atStart;
        this.current = atStart;
        this.known = known;
    }

    /** The logics as they were last loaded. */
    synchronized KnownLogics known() {
        return known;
    }

    /**
     * Reads certificates and settings again, loads what has changed and makes every logic anew; where something is wrong with
     * settings or logics, all of both stay as they are.
     *
     * @param signal who asks
     */
    synchronized void reload(String signal) {
        server.reloadTls();
        try {
            SettingValues values = source.get();
            ServerSettings settings = ServerSettingsReader.read(values);
            List<LogicExpression> chain = ServedLogics.expressions(values);
            List<SettingChange> sinceStart = SettingChange.between(atStart, values);
            List<SettingChange> changes = SettingChange.between(current, values);
            values.requireGood();
            renewLogics(chain);
            server.reload(settings);
            current = values;
            tell(signal, sinceStart, changes);
        } catch (ConfigurationException e) {
            e.problems().stream()
                    .map(Problem::message)
                    .distinct()
                    .forEach(problem -> LOG.warn("{}: the settings until now stay: {}", signal, problem));
        } catch (RuntimeException | Error e) {
            LOG.warn("{}: the logics until now stay: {}", signal, e.getMessage() == null ? e : e.getMessage());
        }
    }

    private void renewLogics(List<LogicExpression> chain) {
        KnownLogics newer = known.reload();
        List<Logic> logics = ServedLogic.createAll(newer.catalog(), chain);
        server.replaceLogic(logics);
        known = newer;
        newer.logProblems();
    }

    private void tell(String signal, List<SettingChange> sinceStart, List<SettingChange> changes) {
        sinceStart.stream()
                .filter(change -> !Settings.canChange(change.setting()))
                .forEach(change -> LOG.warn("{}: {} needs a restart", signal, change));
        String changed = changes.stream()
                .filter(change -> Settings.canChange(change.setting()))
                .map(change -> change + ", ")
                .collect(Collectors.joining());
        LOG.info("{}: {}logic renewed; plugins: {}", signal, changed, known.versions());
    }
}
