package io.quintet.exec;

import io.quintet.logic.Arguments;
import io.quintet.logic.Logic;
import io.quintet.logic.LogicException;
import io.quintet.logic.LogicExpression;
import io.quintet.logic.LogicProvider;
import io.quintet.logic.Parameter;
import io.quintet.logic.Parameters;
import io.quintet.logic.Printable;
import io.quintet.logic.Range;
import io.quintet.protocol.Framing;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** {@code exec}: what worker processes in any language answer. */
public final class Exec implements LogicProvider {
    /** Requests that a pipelined worker has at once: as many as one connection may have in flight by default. */
    private static final int PIPELINED = 64;

    private static final int MOST_WORKERS = 1000;
    private static final String CORES = "cores";

    private static final Parameter<List<String>> COMMAND = new Parameter<>(
            "command",
            "a command such as 'python3 worker.py', its quotes closed",
            "the program and its arguments, split into words as a shell does, without a shell",
            ShellWords::split);
    private static final Parameter<Integer> WORKERS = new Parameter<>(
                    "workers", "a number from 1 to " + MOST_WORKERS + ", or cores", "processes", Exec::workers)
            .withDefault(CORES);
    private static final Parameter<Boolean> PIPELINED_OR_NOT = new Parameter<>(
                    "pipelined",
                    "true or false",
                    "whether a worker gets up to " + PIPELINED + " requests before it has answered the first",
                    Exec::trueOrFalse)
            .withDefault("false");
    private static final Parameter<Duration> TIMEOUT = Parameters.duration(
                    "timeout", "longest time without an answer before a worker is killed; 0 for ever")
            .withDefault("10s");
    private static final Parameter<Framing> FRAMING = new Parameter<>(
                    "framing",
                    "a framing with an end to each answer such as ascii:5, bin:4 or line:lf, without zero=",
                    "what a frame is on the workers' stdin and stdout; a length of zero is an empty payload",
                    WorkerFraming::parse)
            .withDefault("ascii:5");
    private static final Parameter<Range<Duration>> RESTART = Parameters.durationRange(
                    "restart", "the shortest and the longest pause before a worker that ended is started again")
            .withDefault("100ms..10s");
    private static final Parameter<Long> QUEUE = Parameters.number(
                    "queue", 1, 10_000_000, "requests that may wait for a worker; one more fails")
            .withDefault("100000");

    /** For {@link java.util.ServiceLoader}. */
    public Exec() {}

    /** The expression for a command, with as many workers as cores. */
    public static LogicExpression expression(String command) {
        return LogicExpression.of("exec", command);
    }

    /** The expression for a command with so many workers. */
    public static LogicExpression expression(String command, int workers) {
        return new LogicExpression("exec", List.of(command), Map.of(WORKERS.name(), String.valueOf(workers)));
    }

    @Override
    public String name() {
        return "exec";
    }

    @Override
    public String description() {
        return "answers what worker processes do (bytes), which read frames on stdin and write them on stdout";
    }

    @Override
    public List<Parameter<?>> parameters() {
        return List.of(COMMAND, WORKERS, PIPELINED_OR_NOT, TIMEOUT, FRAMING, RESTART, QUEUE);
    }

    @Override
    public Logic create(Arguments arguments) {
        WorkerSettings settings = new WorkerSettings(
                arguments.get(COMMAND),
                arguments.get(FRAMING),
                arguments.get(PIPELINED_OR_NOT) ? PIPELINED : 1,
                arguments.get(TIMEOUT),
                arguments.get(RESTART));
        try {
            return ExecLogic.start(
                    settings, arguments.get(WORKERS), arguments.get(QUEUE).intValue());
        } catch (IOException e) {
            String program = settings.command().get(0);
            throw new LogicException(
                    "logic.exec.command: " + Printable.text(program) + " (expected: a program that can be started; "
                            + Printable.text(reason(e)) + ")",
                    e);
        }
    }

    /** The system's words, without the JDK's around them: {@code error=2, WORDS}, or {@code error: 2 (WORDS)} of newer ones. */
    private static String reason(IOException failure) {
        return String.valueOf(failure.getMessage()).replaceFirst(".*error(?:=\\d+, |: \\d+ \\()([^()]*).*", "$1");
    }

    private static int workers(String text) {
        int workers = text.equals(CORES) ? Runtime.getRuntime().availableProcessors() : Integer.parseInt(text);
        if (workers < 1 || workers > MOST_WORKERS) {
            throw new IllegalArgumentException(text);
        }
        return workers;
    }

    private static boolean trueOrFalse(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }
}
