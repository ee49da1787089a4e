package io.quintet.cli.send;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.Size;
import org.jline.terminal.Sized;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** A terminal with editing and history. It draws on stderr where that is the terminal: stdout is for answers. */
final class JLineConsole implements LineConsole {
    /** What a terminal has that does not say. */
    private static final Sized UNTOLD = Size.of(80, 24);

    private final Terminal terminal;
    private final LineReader reader;

    private JLineConsole(Terminal terminal, LineReader reader) {
        this.terminal = terminal;
        this.reader = reader;
    }

    /** The process's terminal; without a file, its history ends with it. */
    static JLineConsole open(Optional<Path> history) throws IOException {
        Terminal terminal = TerminalBuilder.builder()
                .system(true)
                .systemOutput(TerminalBuilder.SystemOutput.SysErrOrSysOut)
                .build();
        if (terminal.getColumns() == 0) {
            terminal.setSize(UNTOLD);
        }
        LineReaderBuilder builder = LineReaderBuilder.builder()
                .appName("quintet")
                .terminal(terminal)
                .parser(asTyped())
                .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
                .option(LineReader.Option.HISTORY_IGNORE_SPACE, false);
        history.ifPresent(file -> builder.variable(LineReader.HISTORY_FILE, file));
        return new JLineConsole(terminal, builder.build());
    }

    /** A line is a payload: quotes and backslashes mean nothing in it. */
    private static DefaultParser asTyped() {
        return new DefaultParser().quoteChars(new char[0]).escapeChars(new char[0]);
    }

    @Override
    public Optional<String> read(String prompt) {
        while (true) {
            try {
                return Optional.ofNullable(reader.readLine(prompt));
            } catch (EndOfFileException e) {
                return Optional.empty();
            } catch (UserInterruptException e) {
                if (e.getPartialLine().isEmpty()) {
                    return Optional.empty();
                }
            }
        }
    }

    @Override
    public void say(String line) {
        reader.printAbove(line);
    }

    @Override
    public void close() {
        try {
            terminal.close();
        } catch (IOException e) {
            throw new SendException(
                    SendException.Kind.OTHER, "terminal: " + e.getMessage() + " (expected: to close)", e);
        }
    }
}
