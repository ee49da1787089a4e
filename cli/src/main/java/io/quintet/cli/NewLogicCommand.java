package io.quintet.cli;

import io.quintet.logic.LogicCatalog;
import io.quintet.logic.Printable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;
import picocli.CommandLine.Model.CommandSpec;

/** {@code quintet logics new DIR}. */
final class NewLogicCommand implements Subcommand {
    static final String WORD = "new";

    private static final String PACKAGE = "--package";
    private static final String NAME = "--name";

    private static final Pattern LOGIC_NAME = Pattern.compile("[a-z][a-z0-9-]*");

    /** The JDK's and the server's own: a plugin's classes are not looked for there. */
    private static final Pattern TAKEN = Pattern.compile("(java|io\\.quintet)(\\..*)?");

    @Override
    public CommandSpec spec() {
        CommandSpec spec = Picocli.newSpec()
                .addPositional(CommandTree.parameter("DIR", "1", "a folder that is empty, or does not exist yet"))
                .addOption(Flags.value(PACKAGE, "P", "the Java package of the classes; default demo"))
                .addOption(Flags.value(NAME, "N", "what the logic is called; by default what the folder is called"));
        spec.usageMessage()
                .description(
                        "Writes a small Maven project of a plugin, with its test, that builds and serves as it is.");
        HelpText.examples(
                spec.usageMessage(),
                "quintet logics new shout",
                "quintet logics new plugins/upside --package org.example.upside --name upside-down");
        return spec;
    }

    @Override
    public ExitCode run(Invocation invocation) throws IOException {
        Path folder = Path.of(invocation.line().matchedPositionalValue(0, ""));
        String name = requireFree(invocation.line().matchedOptionValue(NAME, lastWordOf(folder)));
        String packageName = requirePackage(invocation.line().matchedOptionValue(PACKAGE, "demo"));
        Distribution distribution = Distribution.ofProcess().orElseThrow(NewLogicCommand::noDistribution);

        PluginProject project = new PluginProject(packageName, name, distribution.home(), VersionCommand.version());
        project.write(folder).forEach(invocation.terminal().out()::println);
        return ExitCode.OK;
    }

    private static String lastWordOf(Path folder) {
        Path last = folder.toAbsolutePath().normalize().getFileName();
        return last == null ? "" : last.toString();
    }

    private static String requireFree(String name) {
        if (!LOGIC_NAME.matcher(name).matches()) {
            throw new CommandException(
                    ExitCode.USAGE,
                    NAME + ": " + Printable.word(name)
                            + " (expected: lower-case letters, digits and hyphens, beginning with a letter)");
        }
        if (LogicCatalog.ofClassPath().find(name).isPresent()) {
            throw new CommandException(
                    ExitCode.USAGE, NAME + ": " + name + " (expected: a name that no logic has yet)");
        }
        return name;
    }

    private static String requirePackage(String name) {
        if (!SourceVersion.isName(name, SourceVersion.RELEASE_17)
                || TAKEN.matcher(name).matches()) {
            throw new CommandException(
                    ExitCode.USAGE,
                    PACKAGE + ": " + Printable.word(name)
                            + " (expected: a Java package of your own such as org.example)");
        }
        return name;
    }

    private static CommandException noDistribution() {
        return new CommandException(
                ExitCode.FAILURE, "quintet.home: none (expected: started by bin/quintet of a distribution)");
    }
}
