package io.quintet.cli;

import io.quintet.client.ClientTls;
import io.quintet.client.ServerAddress;
import io.quintet.config.Durations;
import io.quintet.config.EventLoops;
import io.quintet.config.FramingText;
import io.quintet.config.NearestWord;
import io.quintet.config.SettingException;
import io.quintet.config.SettingValues;
import io.quintet.config.Settings;
import io.quintet.config.TransportChoice;
import io.quintet.load.Exchanges;
import io.quintet.load.Extent;
import io.quintet.load.LoadPlan;
import io.quintet.load.Payloads;
import io.quintet.load.Shape;
import io.quintet.load.Target;
import io.quintet.logic.LogicExpression;
import io.quintet.protocol.Framing;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The flags of {@code quintet bench} that say what load it is. */
final class BenchFlags {
    private static final String CONNECTIONS = "--connections";
    private static final String PIPELINE = "--pipeline";
    private static final String RATE = "--rate";
    private static final String REQUESTS = "--requests";
    private static final String DURATION = "--duration";
    private static final String PAYLOAD = "--payload";
    private static final String WARMUP = "--warmup";
    private static final String ANY_ANSWER = "--any-answer";
    private static final String TIMEOUT = "--timeout";
    private static final String SEED = "--seed";
    private static final String FRAMING = "--framing";
    private static final String TRANSPORT = "--transport";
    private static final String THREADS = "--threads";

    private final Invocation invocation;
    private final ParseResult line;

    BenchFlags(Invocation invocation) {
        this.invocation = invocation;
        this.line = invocation.line();
    }

    static void addTo(CommandSpec spec) {
        spec.addPositional(CommandTree.parameter("ADDRESS", "0..1", "where to (default: 127.0.0.1:6789)"));
        add(spec, "N", "connections kept open (default: 64)", "-c", CONNECTIONS);
        add(spec, "N", "most requests in flight on a connection (default: 1, with --rate 64)", "-P", PIPELINE);
        add(spec, "N", "requests a second, sent when they are due whatever the answers do", RATE);
        add(spec, "N", "measure this many requests", "-n", REQUESTS);
        add(spec, "DURATION", "measure this long (default: 10s, or as long as -n takes)", "-z", DURATION);
        add(spec, "PAYLOAD", "a size, a range 16..2048, or @FILE with a payload a line (default: 32)", "-d", PAYLOAD);
        add(spec, "DURATION", "load before measuring (default: 1s, none with -n)", WARMUP);
        SettingFlags.addTo(spec, List.of(Settings.PLUGINS));
        spec.addOption(OptionSpec.builder("--logic")
                .paramLabel("LOGIC")
                .arity("1")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .description("compute the right answers with this, as the server does; may be repeated for a chain"
                        + " (default: reverse)")
                .build());
        spec.addOption(OptionSpec.builder(ANY_ANSWER)
                .arity("0")
                .description("compare nothing: every frame is a right answer")
                .build());
        add(spec, "FRAMING", "what frames look like (default: " + Framing.DEFAULT + ")", FRAMING);
        add(spec, "N", "event loops of the load (default: half the processors)", THREADS);
        add(spec, "TRANSPORT", "auto, io_uring, epoll, kqueue or nio (default: auto)", TRANSPORT);
        add(spec, "DURATION", "longest wait for a connection or an answer (default: 10s)", TIMEOUT);
        add(spec, "N", "of random payloads: the same seed sends the same bytes (default: 1)", SEED);
        TlsFlags.addTo(spec);
    }

    private static void add(CommandSpec spec, String label, String description, String... names) {
        spec.addOption(Flags.value(label, description, names));
    }

    /** The load; its logics have computed the answers and are closed. */
    LoadPlan plan() {
        Framing framing = framing();
        var loops = new EventLoops(transport(), number(THREADS, defaultThreads(), 1024));
        Optional<ClientTls> tls = TlsFlags.of(line, invocation.terminal().err());
        var target = new Target(address(), tls, framing, loops, duration(TIMEOUT, "10s"));
        var shape = new Shape(number(CONNECTIONS, 64, 1_000_000), number(PIPELINE, defaultPipeline(), 100_000), rate());
        List<byte[]> payloads =
                Payloads.of(line.matchedOptionValue(PAYLOAD, "32"), framing, number(SEED, 1, Integer.MAX_VALUE));
        return new LoadPlan(target, shape, extent(), exchanges(payloads, framing));
    }

    private Exchanges exchanges(List<byte[]> payloads, Framing framing) {
        SettingValues values = SettingFlags.values(invocation);
        KnownLogics known = KnownLogics.of(values).orElse(KnownLogics.in(""));
        values.requireGood();
        if (line.hasMatchedOption(ANY_ANSWER)) {
            return Exchanges.anyAnswer(payloads);
        }
        List<LogicExpression> chain = line.matchedOptionValue("--logic", List.of("reverse")).stream()
                .map(LogicExpression::parse)
                .toList();
        return Exchanges.answeredBy(ServedLogic.createAll(known.catalog(), chain), payloads, framing);
    }

    private Extent extent() {
        boolean counted = line.hasMatchedOption(REQUESTS);
        boolean timed = line.hasMatchedOption(DURATION) || !counted;
        String preset = line.hasMatchedOption(FindRate.FLAG) ? "3s" : "10s";
        Duration duration = timed ? duration(DURATION, preset) : Duration.ZERO;
        long requests = counted ? number(REQUESTS, 0, Integer.MAX_VALUE) : 0;
        return new Extent(requests, duration, duration(WARMUP, counted ? "0" : "1s"));
    }

    private int defaultPipeline() {
        return line.hasMatchedOption(RATE) || line.hasMatchedOption(FindRate.FLAG) ? 64 : 1;
    }

    private static int defaultThreads() {
        return Math.max(1, Runtime.getRuntime().availableProcessors() / 2);
    }

    private OptionalDouble rate() {
        return line.hasMatchedOption(RATE) ? OptionalDouble.of(number(RATE, 0, 1_000_000_000)) : OptionalDouble.empty();
    }

    private int number(String flag, int preset, int most) {
        String text = line.matchedOptionValue(flag, "");
        if (text.isEmpty()) {
            return preset;
        }
        if (!text.matches("[1-9][0-9]{0,9}") || Long.parseLong(text) > most) {
            throw usage(flag, text, "1 to " + most);
        }
        return Integer.parseInt(text);
    }

    private Duration duration(String flag, String preset) {
        String text = line.matchedOptionValue(flag, preset);
        try {
            return Durations.parse(text);
        } catch (IllegalArgumentException e) {
            throw usage(flag, text, String.valueOf(e.getMessage()));
        }
    }

    private ServerAddress address() {
        try {
            return ServerAddress.parse(line.matchedPositionalValue(0, SendFlags.DEFAULT_ADDRESS));
        } catch (IllegalArgumentException e) {
            throw new CommandException(ExitCode.USAGE, String.valueOf(e.getMessage()), e);
        }
    }

    private Framing framing() {
        try {
            return FramingText.parse(line.matchedOptionValue(FRAMING, Framing.DEFAULT.toString()));
        } catch (SettingException e) {
            throw new CommandException(ExitCode.USAGE, String.valueOf(e.getMessage()), e);
        }
    }

    private TransportChoice transport() {
        String text = line.matchedOptionValue(TRANSPORT, "auto");
        for (TransportChoice choice : TransportChoice.values()) {
            if (choice.toString().equals(text)) {
                return choice;
            }
        }
        List<String> known = Arrays.stream(TransportChoice.values())
                .map(TransportChoice::toString)
                .toList();
        throw new CommandException(ExitCode.USAGE, NearestWord.unknown(TRANSPORT, text, known));
    }

    private static CommandException usage(String flag, String text, String expected) {
        return new CommandException(
                ExitCode.USAGE, flag + ": " + (text.isEmpty() ? "nothing" : text) + " (expected: " + expected + ")");
    }
}
