package io.quintet.logic.builtin;

import io.quintet.logic.Arguments;
import io.quintet.logic.InlineLogic;
import io.quintet.logic.Logic;
import io.quintet.logic.LogicProvider;

/** {@code discard}: an empty answer. */
public final class Discard implements LogicProvider {
    @Override
    public String name() {
        return "discard";
    }

    @Override
    public String description() {
        return "answers an empty payload, whatever was asked";
    }

    @Override
    public Logic create(Arguments arguments) {
        return (InlineLogic) (request, answer) -> {};
    }
}
