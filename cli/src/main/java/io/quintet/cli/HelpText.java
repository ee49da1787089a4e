package io.quintet.cli;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Model.UsageMessageSpec;

/** What help pages share. */
final class HelpText {
    private HelpText() {}

    static void ofQuintet(UsageMessageSpec usage) {
        usage.description("A TCP server for length-prefixed frames with pluggable logic: 00003abc in, 00003cba out.")
                .synopsisSubcommandLabel("COMMAND")
                .commandListHeading("%nCommands:%n")
                .exitCodeListHeading("%nExit codes:%n")
                .exitCodeList(exitCodes());
        examples(
                usage,
                "quintet serve                      reverse what comes to 127.0.0.1:6789",
                "quintet send 127.0.0.1:6789 abc    ask it",
                "quintet help serve                 all its flags, with examples");
    }

    /** The summary as a sentence, where a command says nothing more of itself. */
    static void describe(UsageMessageSpec usage, String summary) {
        if (usage.description().length == 0) {
            usage.description(summary.substring(0, 1).toUpperCase(Locale.ROOT) + summary.substring(1) + ".");
        }
    }

    /** Lays out a command's page: its own flags in the order it gave them, those of every command behind. */
    static void arrange(UsageMessageSpec usage) {
        usage.abbreviateSynopsis(true)
                .sortOptions(false)
                .parameterListHeading("%nArguments:%n")
                .optionListHeading("%nFlags:%n")
                .commandListHeading("%nCommands:%n");
    }

    /** Ends a help page with lines to try. */
    static void examples(UsageMessageSpec usage, String... lines) {
        String[] footer = new String[lines.length];
        for (int i = 0; i < lines.length; i++) {
            footer[i] = "  " + lines[i].replace("%", "%%");
        }
        usage.footerHeading("%nExamples:%n").footer(footer);
    }

    private static Map<String, String> exitCodes() {
        Map<String, String> codes = new LinkedHashMap<>();
        for (ExitCode code : ExitCode.values()) {
            codes.put(Integer.toString(code.number()), code.meaning());
        }
        return codes;
    }
}
