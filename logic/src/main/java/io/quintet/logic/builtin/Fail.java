package io.quintet.logic.builtin;

import io.quintet.logic.Arguments;
import io.quintet.logic.InPlaceLogic;
import io.quintet.logic.Logic;
import io.quintet.logic.LogicProvider;
import io.quintet.logic.Parameter;
import io.quintet.logic.Parameters;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/** {@code fail}: an error now and then, to try what the server and its peers do about one. */
public final class Fail implements LogicProvider {
    private static final Parameter<Double> RATE = Parameters.rate("rate", "the share of requests that fail, at random")
            .withDefault("100%");

    @Override
    public String name() {
        return "fail";
    }

    @Override
    public String description() {
        return "fails on purpose at a rate; answers the other requests as they are (bytes)";
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(RATE);
    }

    @Override
    public Logic create(Arguments arguments) {
        double rate = arguments.get(RATE);
        return (InPlaceLogic) payload -> {
            if (ThreadLocalRandom.current().nextDouble() < rate) {
                throw new IllegalStateException("failed on purpose");
            }
        };
    }
}
