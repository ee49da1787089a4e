package io.quintet.logic.builtin;

import io.quintet.logic.Arguments;
import io.quintet.logic.Logic;
import io.quintet.logic.LogicProvider;
import io.quintet.logic.Parameter;
import java.util.List;

/** {@code lower}: the request in lower case. */
public final class Lower implements LogicProvider {
    @Override
    public String name() {
        return "lower";
    }

    @Override
    public String description() {
        return "answers the request in lower case: the ASCII letters among its bytes, or with a charset its text";
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(LetterCase.CHARSET);
    }

    @Override
    public Logic create(Arguments arguments) {
        return LetterCase.LOWER.in(arguments.get(LetterCase.CHARSET));
    }
}
