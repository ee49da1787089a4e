package io.quintet.cli;

import java.util.List;
import picocli.CommandLine.Model.OptionSpec;

/** The forms that flags have: there or not, with a text, with a text each time. */
final class Flags {
    private Flags() {}

    static OptionSpec flag(String name, String description) {
        return OptionSpec.builder(name).arity("0").description(description).build();
    }

    static OptionSpec value(String name, String label, String description) {
        return value(label, description, new String[] {name});
    }

    /** With other names than one, such as a letter. */
    static OptionSpec value(String label, String description, String[] names) {
        return OptionSpec.builder(names)
                .paramLabel(label)
                .type(String.class)
                .description(description)
                .build();
    }

    /** One that may be repeated. */
    static OptionSpec values(String name, String label, String description) {
        return OptionSpec.builder(name)
                .paramLabel(label)
                .arity("1")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .description(description)
                .build();
    }
}
