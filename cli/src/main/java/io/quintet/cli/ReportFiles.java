package io.quintet.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.ParseResult;

/** The files that flags name, {@code -} for stdout. */
final class ReportFiles implements AutoCloseable {
    private static final String STDOUT = "-";

    private final ParseResult line;
    private final PrintStream stdout;
    private final Map<String, PrintStream> open = new LinkedHashMap<>();
    private Optional<String> atStdout = Optional.empty();

    ReportFiles(ParseResult line, PrintStream stdout) {
        this.line = line;
        this.stdout = stdout;
    }

    /** Opens what the flag names; empty where it is not given. */
    Optional<PrintStream> open(String flag) {
        if (!line.hasMatchedOption(flag)) {
            return Optional.empty();
        }
        String name = line.matchedOptionValue(flag, "");
        try {
            return Optional.of(name.equals(STDOUT) ? stdoutFor(flag) : file(flag, name));
        } catch (IOException | InvalidPathException e) {
            throw wrong(ExitCode.CONFIGURATION, flag, "a file that can be written");
        }
    }

    private PrintStream file(String flag, String name) throws IOException {
        var file = new PrintStream(Files.newOutputStream(Path.of(name)), false, StandardCharsets.UTF_8);
        open.put(flag, file);
        return file;
    }

    private PrintStream stdoutFor(String flag) {
        atStdout.ifPresent(other -> {
            throw wrong(ExitCode.USAGE, flag, "a file, since " + other + " goes to stdout");
        });
        atStdout = Optional.of(flag);
        return stdout;
    }

    private CommandException wrong(ExitCode code, String flag, String expected) {
        return new CommandException(
                code, flag + ": " + line.matchedOptionValue(flag, "") + " (expected: " + expected + ")");
    }

    /** Whether one of them goes to stdout, so that nothing else may. */
    boolean takeStdout() {
        return atStdout.isPresent();
    }

    /** Closes them; one that could not be written whole is told. */
    @Override
    public void close() {
        open.values().forEach(PrintStream::close);
        open.forEach((flag, file) -> {
            if (file.checkError()) {
                throw wrong(ExitCode.FAILURE, flag, "a file that has room for all of it");
            }
        });
    }
}
