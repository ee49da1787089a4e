package io.quintet.cli;

import io.quintet.config.SettingValues;
import io.quintet.config.Settings;
import io.quintet.logic.LogicCatalog;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** {@code quintet logics [NAME]}, and {@code quintet logics new}. */
final class LogicsCommand implements Subcommand {
    private static final String OUTPUT = "--output";

    private final NewLogicCommand newLogic = new NewLogicCommand();

    private enum Form {
        TEXT,
        JSON
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Picocli.newSpec()
                .addPositional(CommandTree.parameter("NAME", "0..1", "the one to be shown with its arguments"))
                .addSubcommand(NewLogicCommand.WORD, Picocli.commandLine(newLogic.spec()));
        SettingFlags.addTo(spec, List.of(Settings.PLUGINS));
        spec.addOption(OptionSpec.builder(OUTPUT)
                .paramLabel("FORMAT")
                .type(String.class)
                .description("text, or json: one object a line; default text")
                .completionCandidates(Words.words(Form.class))
                .build());
        spec.usageMessage()
                .description("Lists what can be served, and with which arguments; or begins a plugin of your own.");
        HelpText.examples(
                spec.usageMessage(),
                "quintet logics                                 what can be served",
                "quintet logics reverse                         what its arguments do",
                "quintet serve --logic reverse:unit=codepoint   serve it",
                "quintet logics new shout                       begin a plugin with the logic shout");
        return spec;
    }

    @Override
    public ExitCode run(Invocation invocation) throws Exception {
        if (invocation.line().commandSpec().name().equals(NewLogicCommand.WORD)) {
            return newLogic.run(invocation);
        }
        LogicCatalog catalog = catalog(invocation);
        Optional<String> name = Optional.ofNullable(invocation.line().matchedPositionalValue(0, null));
        String output = invocation.line().matchedOptionValue(OUTPUT, "text");
        LogicList list = new LogicList(invocation.terminal().out());
        if (Words.parse(OUTPUT, Form.class, output) == Form.JSON) {
            name.map(it -> List.of(catalog.require(it)))
                    .orElse(catalog.entries())
                    .forEach(list::showJson);
        } else if (name.isPresent()) {
            list.show(catalog.require(name.get()));
        } else {
            list.showAll(catalog.entries());
        }
        return ExitCode.OK;
    }

    private static LogicCatalog catalog(Invocation invocation) {
        SettingValues values = SettingFlags.values(invocation);
        Optional<KnownLogics> known = KnownLogics.of(values);
        values.requireGood();
        if (!known.orElseThrow().plugins().problems().isEmpty()) {
            invocation.startLogging();
            known.orElseThrow().logProblems();
        }
        return known.orElseThrow().catalog();
    }
}
