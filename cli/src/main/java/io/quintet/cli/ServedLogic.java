package io.quintet.cli;

import io.quintet.logic.Logic;
import io.quintet.logic.LogicCatalog;
import io.quintet.logic.LogicExpression;

/** A logic and how it was asked for. */
record ServedLogic(LogicExpression expression, Logic logic) {
    /** Throws {@link io.quintet.logic.LogicException} where it cannot be had. */
    static ServedLogic create(LogicCatalog catalog, String text) {
        LogicExpression expression = LogicExpression.parse(text);
        return new ServedLogic(expression, catalog.create(expression));
    }
}
