package io.quintet.cli;

import java.util.ArrayList;
import picocli.CommandLine;
import picocli.CommandLine.IFactory;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Begins commands and command lines without picocli's own factory, which first looks for Groovy in every jar: that would
 * take longer than everything else that a short command does.
 */
final class Picocli implements IFactory {
    private static final IFactory FACTORY = new Picocli();

    private Picocli() {}

    /** A command without a name, to which flags and parameters are added. */
    static CommandSpec newSpec() {
        return CommandSpec.wrapWithoutInspection(null, FACTORY);
    }

    /** What parses words as {@code spec} says. */
    static CommandLine commandLine(CommandSpec spec) {
        return new CommandLine(spec, FACTORY);
    }

    /** Lists are all that is asked for; what else there may be is left to picocli. */
    @Override
    public <K> K create(Class<K> type) throws Exception {
        return type.isAssignableFrom(ArrayList.class)
                ? type.cast(new ArrayList<>())
                : CommandLine.defaultFactory().create(type);
    }
}
