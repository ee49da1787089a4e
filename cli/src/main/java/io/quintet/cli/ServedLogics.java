package io.quintet.cli;

import io.quintet.config.SettingValues;
import io.quintet.config.Settings;
import io.quintet.exec.Exec;
import io.quintet.logic.LogicCatalog;
import io.quintet.logic.LogicException;
import io.quintet.logic.LogicExpression;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The chain of logics that settings ask for: by {@code logic}, or by {@code exec} in its place. */
final class ServedLogics {
    private ServedLogics() {}

    /** What is wrong with them is kept in {@code values}. */
    static List<ServedLogic> read(SettingValues values, LogicCatalog catalog) {
        return read(values, expression -> ServedLogic.create(catalog, expression));
    }

    /** As they are asked for; what is wrong with that is kept in {@code values}. */
    static List<LogicExpression> expressions(SettingValues values) {
        return read(values, Function.identity());
    }

    private static <R> List<R> read(SettingValues values, Function<LogicExpression, R> use) {
        Optional<Integer> workers = values.optional(Settings.EXEC_WORKERS);
        if (!values.isSet(Settings.EXEC)) {
            return values.all(Settings.LOGIC, text -> {
                require(workers.isEmpty(), "exec-workers: given without exec (expected: --exec COMMAND)");
                return use.apply(LogicExpression.parse(text));
            });
        }
        Optional<R> served = values.optional(Settings.EXEC, command -> {
            require(
                    !values.isSet(Settings.LOGIC),
                    "exec: given with logic (expected: in a chain, --logic exec:COMMAND)");
            LogicExpression expression =
                    workers.map(number -> Exec.expression(command, number)).orElseGet(() -> Exec.expression(command));
            return use.apply(expression);
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
