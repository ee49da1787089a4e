package io.quintet.cli;

import io.quintet.cli.send.AnswerFormat;
import io.quintet.cli.send.AnswerPrinter;
import io.quintet.cli.send.Expectation;
import io.quintet.cli.send.InteractiveSending;
import io.quintet.cli.send.PayloadForm;
import io.quintet.cli.send.PayloadSending;
import io.quintet.cli.send.PayloadSource;
import io.quintet.cli.send.RawSending;
import io.quintet.cli.send.SendOptions;
import io.quintet.client.ServerAddress;
import io.quintet.config.Durations;
import io.quintet.config.FramingText;
import io.quintet.protocol.Framing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** The flags of {@code quintet send}, and what they add up to. */
final class SendFlags {
    static final String DEFAULT_ADDRESS = "127.0.0.1:6789";

    private static final String HEX = "--hex";
    private static final String FILE = "--file";
    private static final String STDIN = "--stdin";
    private static final String RAW = "--raw";
    private static final String EXPECT = "--expect";
    private static final String HALF_CLOSE = "--half-close";
    private static final String TIMEOUT = "--timeout";
    private static final String REPEAT = "--repeat";
    private static final String FRAMING = "--framing";
    private static final String OUTPUT = "--output";
    private static final Pattern ADDRESS = Pattern.compile("unix:.*|(\\[[^]]*]|[^\\s:\\[\\]]+):\\d+");

    private final ParseResult line;
    private final List<String> words;
    private final SendOptions options;
    private final PayloadForm form;

    private SendFlags(ParseResult line, List<String> words, SendOptions options) {
        this.line = line;
        this.words = words;
        this.options = options;
        this.form = line.hasMatchedOption(HEX) ? PayloadForm.HEX : PayloadForm.TEXT;
    }

    static void addTo(CommandSpec spec) {
        spec.addPositional(CommandTree.parameter("[ADDRESS] PAYLOAD", "0..*", "where to, then what to send"));
        spec.addOption(Flags.flag(HEX, "payloads, lines, files and expected answers are hex digits"));
        spec.addOption(Flags.values(FILE, "FILE", "send a file, whole, as one payload; may be repeated"));
        spec.addOption(Flags.flag(STDIN, "send stdin, whole, as one payload"));
        spec.addOption(Flags.flag(RAW, "send the bytes as they are: they are frames already, or ought not to be"));
        spec.addOption(
                Flags.values(EXPECT, "ANSWER", "compare: one for every answer, or repeated for one after the other"));
        spec.addOption(Flags.flag(HALF_CLOSE, "close the sending side behind the last payload, await the server's"));
        spec.addOption(Flags.value(
                TIMEOUT, "DURATION", "longest wait for a connection or an answer; 0 for ever (default: 10s)"));
        spec.addOption(Flags.value(REPEAT, "N", "send everything N times (default: 1)"));
        spec.addOption(Flags.value(FRAMING, "FRAMING", "what frames look like (default: " + Framing.DEFAULT + ")"));
        spec.addOption(
                Flags.value(OUTPUT, "FORMAT", "how answers are shown: " + SendCommand.formats() + " (default: text)"));
        TlsFlags.addTo(spec);
    }

    static SendFlags of(ParseResult line, Terminal terminal) {
        List<String> words = List.of(line.matchedPositionalValue(0, new String[0]));
        boolean addressed = !words.isEmpty() && ADDRESS.matcher(words.get(0)).matches();
        var options = new SendOptions(
                address(addressed ? words.get(0) : DEFAULT_ADDRESS),
                TlsFlags.of(line, terminal.err()),
                FramingText.parse(line.matchedOptionValue(FRAMING, Framing.DEFAULT.toString())),
                duration(line.matchedOptionValue(TIMEOUT, "10s")),
                repeat(line.matchedOptionValue(REPEAT, "1")),
                line.hasMatchedOption(HALF_CLOSE));
        return new SendFlags(line, addressed ? words.subList(1, words.size()) : words, options);
    }

    void send(Terminal terminal) throws IOException, InterruptedException {
        boolean shown = terminal.outIsTerminal();
        AnswerFormat format = Words.parse(OUTPUT, AnswerFormat.class, line.matchedOptionValue(OUTPUT, "text"));
        var printer = new AnswerPrinter(format, options.framing(), terminal.out(), shown);
        var expectation = new Expectation(line.matchedOptionValue(EXPECT, List.of()), form);
        if (isTyped(terminal)) {
            new InteractiveSending(options, form, printer, shown).run(terminal.environment());
        } else if (line.hasMatchedOption(RAW)) {
            new RawSending(options, printer, expectation).run(source(terminal));
        } else {
            new PayloadSending(options, printer, expectation).run(source(terminal));
        }
    }

    private boolean isTyped(Terminal terminal) {
        boolean given = !words.isEmpty() || line.hasMatchedOption(FILE) || line.hasMatchedOption(STDIN);
        if (given || !terminal.inIsTerminal()) {
            return false;
        }
        for (String flag : List.of(RAW, EXPECT, HALF_CLOSE, REPEAT)) {
            if (line.hasMatchedOption(flag)) {
                throw new CommandException(
                        ExitCode.USAGE,
                        flag + ": no payload (expected: PAYLOAD, --file, or stdin that is no terminal)");
            }
        }
        return true;
    }

    private PayloadSource source(Terminal terminal) {
        List<Path> files = line.matchedOptionValue(FILE, List.<String>of()).stream()
                .map(SendFlags::file)
                .toList();
        PayloadSource given = PayloadSource.words(words, form).then(PayloadSource.files(files, form));
        boolean none = words.isEmpty() && files.isEmpty();
        if (line.hasMatchedOption(STDIN) || (none && line.hasMatchedOption(RAW))) {
            return given.then(PayloadSource.whole(terminal.in(), form));
        }
        return none ? PayloadSource.lines(terminal.in(), form) : given;
    }

    private static Path file(String name) {
        Path file = Path.of(name);
        if (!Files.isReadable(file) || Files.isDirectory(file)) {
            throw new CommandException(ExitCode.USAGE, FILE + ": " + name + " (expected: a readable file)");
        }
        return file;
    }

    private static ServerAddress address(String text) {
        try {
            return ServerAddress.parse(text);
        } catch (IllegalArgumentException e) {
            throw new CommandException(ExitCode.USAGE, String.valueOf(e.getMessage()), e);
        }
    }

    private static Duration duration(String text) {
        try {
            return Durations.parse(text);
        } catch (IllegalArgumentException e) {
            throw new CommandException(
                    ExitCode.USAGE, TIMEOUT + ": " + text + " (expected: " + e.getMessage() + ")", e);
        }
    }

    private static int repeat(String text) {
        if (!text.matches("[1-9][0-9]{0,8}")) {
            throw new CommandException(ExitCode.USAGE, REPEAT + ": " + text + " (expected: 1 to 999999999)");
        }
        return Integer.parseInt(text);
    }
}
