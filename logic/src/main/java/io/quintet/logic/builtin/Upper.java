package io.quintet.logic.builtin;

import io.quintet.logic.Arguments;
import io.quintet.logic.Logic;
import io.quintet.logic.LogicProvider;
import io.quintet.logic.Parameter;
import java.util.List;

/** {@code upper}: the request in upper case. */
public final class Upper implements LogicProvider {
    @Override
    public String name() {
        return "upper";
    }

    @Override
    public String description() {
        return "answers the request in upper case: the ASCII letters among its bytes, or with a charset its text";
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(LetterCase.CHARSET);
    }

    @Override
    public Logic create(Arguments arguments) {
        return LetterCase.UPPER.in(arguments.get(LetterCase.CHARSET));
    }
}
