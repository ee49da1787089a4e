package io.quintet.logic.builtin;

import io.quintet.logic.Arguments;
import io.quintet.logic.InPlaceLogic;
import io.quintet.logic.Logic;
import io.quintet.logic.LogicProvider;

/** {@code echo}: the request itself. */
public final class Echo implements LogicProvider {
    @Override
    public String name() {
        return "echo";
    }

    @Override
    public String description() {
        return "answers the request as it is (bytes)";
    }

    @Override
    public Logic create(Arguments arguments) {
        return (InPlaceLogic) payload -> {};
    }
}
