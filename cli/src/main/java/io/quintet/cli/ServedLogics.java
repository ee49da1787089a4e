package io.quintet.cli;

import io.quintet.config.SettingValues;
import io.quintet.config.Settings;
import io.quintet.exec.Exec;
import io.quintet.logic.LogicCatalog;
import io.quintet.logic.LogicException;
import io.quintet.logic.LogicExpression;
import java.util.List;
import java.util.Optional;

/** The chain of logics that settings ask for: by {@code logic}, or by {@code exec} in its place. */
final class ServedLogics {
    private ServedLogics() {}

    /** What is wrong with them is kept in {@code values}. */
    static List<ServedLogic> read(SettingValues values, LogicCatalog catalog) {
        Optional<Integer> workers = values.optional(Settings.EXEC_WORKERS);
        if (!values.isSet(Settings.EXEC)) {
            return values.all(Settings.LOGIC, text -> {
                require(workers.isEmpty(), "exec-workers: given without exec (expected: --exec COMMAND)");
                return ServedLogic.create(catalog, LogicExpression.parse(text));
            });
        }
        Optional<ServedLogic> served = values.optional(Settings.EXEC, command -> {
            require(
                    !values.isSet(Settings.LOGIC),
                    "exec: given with logic (expected: in a chain, --logic exec:COMMAND)");
            LogicExpression expression =
                    workers.map(number -> Exec.expression(command, number)).orElseGet(() -> Exec.expression(command));
            return ServedLogic.create(catalog, expression);
        });
        return served.stream().toList();
    }

    private static void require(boolean right, String otherwise) {
        if (!right) {
            throw new LogicException(otherwise);
        }
    }

    /** Logics may hold processes and threads: they do not outlive a server that is never started. */
    static void closeUnless(Runnable passes, List<ServedLogic> chain) {
        try {
            passes.run();
        } catch (RuntimeException refused) {
            chain.forEach(served -> served.logic().close());
            throw refused;
        }
    }
}
