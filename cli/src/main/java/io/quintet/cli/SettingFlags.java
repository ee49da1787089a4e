package io.quintet.cli;

import io.quintet.config.EnvironmentSource;
import io.quintet.config.FileSource;
import io.quintet.config.RawValue;
import io.quintet.config.Setting;
import io.quintet.config.SettingValues;
import io.quintet.config.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The flags that the table of settings makes. */
final class SettingFlags {
    private static final String CONFIG = "--config";

    private SettingFlags() {}

    static void addTo(CommandSpec spec) {
        addTo(spec, Settings.all());
    }

    static void addTo(CommandSpec spec, List<Setting<?>> settings) {
        spec.addOption(OptionSpec.builder(CONFIG)
                .paramLabel("FILE")
                .type(String.class)
                .description("read settings from this file; see quintet settings for its keys")
                .build());
        settings.forEach(setting -> spec.addOption(flag(setting)));
    }

    /** What a command is told: its flags first, then variables, then the file, then where it is installed. */
    static SettingValues values(Invocation invocation) {
        SettingValues values = new SettingValues()
                .orElse(given(invocation.line()))
                .orElse(EnvironmentSource.read(invocation.terminal().environment()));
        if (invocation.line().hasMatchedOption(CONFIG)) {
            values.orElse(FileSource.read(Path.of(invocation.line().matchedOptionValue(CONFIG, ""))));
        }
        return values.orElse(Distribution.settings());
    }

    /**
     * What was given, in order; whether a value is right, or may be given twice, is not asked here. A flag that a command
     * has under the same name, but not out of this table, is its own.
     */
    private static List<RawValue> given(ParseResult line) {
        List<RawValue> values = new ArrayList<>();
        for (Setting<?> setting : Settings.all()) {
            OptionSpec option = line.matchedOption(setting.flag());
            List<String> given = option != null && option.isMultiValue() ? option.getValue() : List.of();
            given.forEach(text -> values.add(new RawValue(setting.key(), text, setting.flag())));
        }
        return values;
    }

    private static OptionSpec flag(Setting<?> setting) {
        OptionSpec.Builder flag = OptionSpec.builder(setting.flag())
                .type(List.class)
                .auxiliaryTypes(String.class)
                .paramLabel(setting.type().label())
                .description(description(setting).replace("%", "%%"))
                .completionCandidates(setting.type().words());
        return setting.type().isSwitch()
                ? flag.arity("0..1").fallbackValue("true").build()
                : flag.arity("1").build();
    }

    private static String description(Setting<?> setting) {
        boolean told = setting.defaultText().isEmpty() || setting.type().isSwitch();
        return told ? setting.description() : setting.description() + " (default: " + setting.defaultText() + ")";
    }
}
