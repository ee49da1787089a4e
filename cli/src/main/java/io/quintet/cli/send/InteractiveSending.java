package io.quintet.cli.send;

import io.quintet.client.Backoff;
import io.quintet.client.ClientException;
import io.quintet.client.ClientHooks;
import io.quintet.client.QuintetClient;
import io.quintet.client.Reconnect;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A conversation typed line by line. It ends on {@code exit}, an empty line or the end of input; a lost connection is
 * said and made again, and what was unanswered then is not sent a second time.
 */
public final class InteractiveSending {
    private static final String EXIT = "exit";
    private static final Backoff AGAIN = Backoff.unlimited(Duration.ofMillis(100), Duration.ofSeconds(2));

    private final SendOptions options;
    private final PayloadForm form;
    private final AnswerPrinter printer;
    /** Whether answers show on the terminal that is typed on. */
    private final boolean shown;

    private final AtomicLong answers = new AtomicLong();

    /** Each line is a payload in its form; answers go to the printer. */
    public InteractiveSending(SendOptions options, PayloadForm form, AnswerPrinter printer, boolean shownOnTerminal) {
        this.options = options;
        this.form = form;
        this.printer = printer;
        this.shown = shownOnTerminal;
    }

    /** Talks on the process's terminal, with a history file that the environment names. */
    public void run(Map<String, String> environment) throws IOException {
        Path file = HistoryFile.in(environment);
        Optional<Path> history = Optional.of(file);
        Optional<String> problem = Optional.empty();
        try {
            HistoryFile.make(file);
        } catch (IOException e) {
            history = Optional.empty();
            problem = Optional.of("history: " + e + " (expected: a writable file)");
        }
        try (LineConsole console = JLineConsole.open(history)) {
            problem.ifPresent(console::say);
            run(console);
        }
    }

    /** Talks until the console or its user is done. */
    void run(LineConsole console) {
        var notices = new ConnectionNotices(console);
        try (QuintetClient client = connect(console, notices)) {
            console.say("connected to " + options.address() + ", framing " + options.framing()
                    + "; exit, Ctrl-D or an empty line ends");
            notices.sayFurtherOnes();
            String prompt = options.address() + "> ";
            for (Optional<String> line = console.read(prompt); isPayload(line); line = console.read(prompt)) {
                ask(client, console, line.get());
            }
            notices.end();
            client.closeNow();
        }
    }

    private static boolean isPayload(Optional<String> line) {
        return line.isPresent() && !line.get().isEmpty() && !line.get().strip().equals(EXIT);
    }

    private QuintetClient connect(LineConsole console, ClientHooks notices) {
        try {
            return options.client()
                    .failFast()
                    .backoff(AGAIN)
                    .reconnect(Reconnect.UNSENT)
                    .hooks(notices)
                    .onPush(payload -> show(console, payload, Optional.empty()))
                    .connect();
        } catch (ClientException e) {
            throw SendException.of(e);
        }
    }

    private void ask(QuintetClient client, LineConsole console, String line) {
        long started = System.nanoTime();
        try {
            client.call(form.parse(line))
                    .thenAccept(
                            answer -> show(console, answer, Optional.of(Duration.ofNanos(System.nanoTime() - started))))
                    .toCompletableFuture()
                    .join();
        } catch (CompletionException e) {
            console.say(String.valueOf(e.getCause() instanceof ClientException own ? own.getMessage() : e.toString()));
        } catch (SendException e) {
            if (e.kind() != SendException.Kind.BAD_PAYLOAD) {
                throw e;
            }
            console.say(String.valueOf(e.getMessage()));
        }
    }

    private synchronized void show(LineConsole console, byte[] payload, Optional<Duration> took) {
        var answer = new TimedAnswer(answers.incrementAndGet(), payload, took);
        if (shown) {
            String line = new String(printer.render(answer), StandardCharsets.UTF_8);
            console.say(line.substring(0, line.length() - 1));
        } else {
            printer.print(answer);
            printer.flush();
        }
    }
}
