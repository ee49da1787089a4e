package io.quintet.cli;

import io.quintet.logic.Logic;
import io.quintet.logic.LogicCatalog;
import io.quintet.logic.LogicExpression;
import java.util.ArrayList;
import java.util.List;

/** A logic and how it was asked for. */
record ServedLogic(LogicExpression expression, Logic logic) {
    /** Throws {@link io.quintet.logic.LogicException} where it cannot be had. */
    static ServedLogic create(LogicCatalog catalog, LogicExpression expression) {
        return new ServedLogic(expression, catalog.create(expression));
    }

    /** All of them, or none: what was made before one that cannot be had is closed. */
    static List<Logic> createAll(LogicCatalog catalog, List<LogicExpression> expressions) {
        List<Logic> created = new ArrayList<>();
        try {
            expressions.forEach(expression -> created.add(catalog.create(expression)));
            return created;
        } catch (RuntimeException | Error e) {
            created.forEach(Logic::close);
            throw e;
        }
    }
}
