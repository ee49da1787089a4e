package io.quintet.cli;

import io.quintet.config.ConfigurationException;
import io.quintet.config.Problem;
import io.quintet.config.SettingException;
import io.quintet.config.Settings;
import io.quintet.logic.LogicException;
import io.quintet.server.ServerStartException;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The one place that turns what went wrong into lines for the user and an exit code. */
final class Failures {
    private Failures() {}

    static ExitCode report(Exception failure, Terminal terminal) {
        PrintStream err = terminal.err();
        if (failure instanceof CommandException e) {
            return tell(err, e.code(), e.getMessage());
        }
        if (failure instanceof ParameterException e) {
            return tell(err, ExitCode.USAGE, describe(e));
        }
        if (failure instanceof ConfigurationException e) {
            return tell(err, codeOf(e.problems()), e.getMessage());
        }
        if (failure instanceof LogicException e) {
            return tell(err, ExitCode.LOGIC, e.getMessage());
        }
        if (failure instanceof ServerStartException || failure instanceof SettingException) {
            return tell(err, ExitCode.CONFIGURATION, failure.getMessage());
        }
        if (failure instanceof IOException e) {
            return tell(err, ExitCode.FAILURE, e.getClass().getSimpleName() + ": " + e.getMessage());
        }
        err.println("quintet: internal error, please report it with these lines");
        failure.printStackTrace(err);
        return ExitCode.FAILURE;
    }

    private static ExitCode tell(PrintStream err, ExitCode code, @Nullable String message) {
        String.valueOf(message).lines().forEach(line -> err.println("quintet: " + line));
        return code;
    }

    private static ExitCode codeOf(List<Problem> problems) {
        Set<String> logics = Set.of(Settings.LOGIC.key(), Settings.EXEC.key());
        boolean logicAlone = problems.stream().map(Problem::key).allMatch(logics::contains);
        return logicAlone ? ExitCode.LOGIC : ExitCode.CONFIGURATION;
    }

    private static String describe(ParameterException e) {
        if (e instanceof UnmatchedArgumentException unmatched) {
            return UnknownWord.describe(unmatched);
        }
        if (e instanceof OverwrittenOptionException twice) {
            return UnknownWord.nameOf(twice.getOverwritten()) + ": given more than once (expected: once)";
        }
        if (e instanceof MissingParameterException missing
                && !missing.getMissing().isEmpty()) {
            var argument = missing.getMissing().get(0);
            return UnknownWord.nameOf(argument) + ": nothing (expected: " + UnknownWord.meaningOf(argument) + ")";
        }
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("the command line cannot be understood");
    }
}
