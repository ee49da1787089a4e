package io.quintet.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/**
 * The flags that every command has.
 *
 * @param logLevel how much is logged
 * @param color whether output is colored
 */
record CommonFlags(LogLevel logLevel, ColorChoice color) {
    private static final String LOG_LEVEL = "--log-level";
    private static final String VERBOSE = "--verbose";
    private static final String QUIET = "--quiet";
    private static final String COLOR = "--color";
    static final String HELP = "--help";

    /** As if no flag was given. */
    static final CommonFlags DEFAULT = new CommonFlags(LogLevel.INFO, ColorChoice.AUTO);

    static void addTo(CommandSpec spec) {
        spec.addOption(OptionSpec.builder(LOG_LEVEL)
                .paramLabel("LEVEL")
                .type(String.class)
                .description(
                        "how much is logged: " + String.join(", ", Words.words(LogLevel.class)) + " (default: info)")
                .completionCandidates(Words.words(LogLevel.class))
                .build());
        spec.addOption(OptionSpec.builder("-v", VERBOSE)
                .arity("0")
                .type(boolean[].class)
                .description("log more; twice for everything")
                .build());
        spec.addOption(OptionSpec.builder("-q", QUIET)
                .arity("0")
                .type(boolean[].class)
                .description("log warnings and errors alone; twice for errors alone")
                .build());
        spec.addOption(OptionSpec.builder(COLOR)
                .paramLabel("WHEN")
                .type(String.class)
                .description(
                        "color output: auto (on a terminal, unless NO_COLOR is set), always or never (default: auto)")
                .completionCandidates(Words.words(ColorChoice.class))
                .build());
        spec.addOption(OptionSpec.builder("-h", HELP)
                .usageHelp(true)
                .description("show this help")
                .build());
    }

    static CommonFlags of(ParseResult line) {
        String level = line.matchedOptionValue(LOG_LEVEL, "info");
        String color = line.matchedOptionValue(COLOR, "auto");
        int steps = count(line, VERBOSE) - count(line, QUIET);
        return new CommonFlags(
                Words.parse(LOG_LEVEL, LogLevel.class, level).shifted(steps),
                Words.parse(COLOR, ColorChoice.class, color));
    }

    private static int count(ParseResult line, String flag) {
        boolean[] given = line.matchedOptionValue(flag, new boolean[0]);
        return given.length;
    }
}
