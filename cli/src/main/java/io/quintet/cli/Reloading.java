package io.quintet.cli;

import io.quintet.logic.Logic;
import io.quintet.logic.LogicExpression;
import io.quintet.server.QuintetServer;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has a running server answer with newer versions of its logics. Safe from any thread. */
final class Reloading {
    private static final Logger LOG = LoggerFactory.getLogger("io.quintet.cli.plugins");

    private final QuintetServer server;
    private final List<LogicExpression> chain;
    private KnownLogics known;

    /** @param chain what is asked for again each time */
    Reloading(QuintetServer server, List<LogicExpression> chain, KnownLogics known) {
        this.server = server;
        this.chain = chain;
        this.known = known;
    }

    /** The logics as they were last loaded. */
    synchronized KnownLogics known() {
        return known;
    }

    /**
     * Reads certificates again, loads what has changed and makes every logic anew; where one of them cannot be had, all stay
     * as they are.
     *
     * @param signal who asks
     */
    synchronized void reload(String signal) {
        server.reloadTls();
        try {
            KnownLogics newer = known.reload();
            List<Logic> logics = ServedLogic.createAll(newer.catalog(), chain);
            server.replaceLogic(logics);
            known = newer;
            newer.logProblems();
            LOG.info("{}: logic renewed; plugins: {}", signal, newer.versions());
        } catch (RuntimeException | Error e) {
            LOG.warn("{}: the logics until now stay: {}", signal, e.getMessage() == null ? e : e.getMessage());
        }
    }
}
