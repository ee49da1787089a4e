package io.quintet.cli.send;

import io.netty.buffer.Unpooled;
import io.quintet.client.ClientError;
import io.quintet.client.ClientException;
import io.quintet.client.QuintetClient;
import io.quintet.protocol.Found;
import io.quintet.protocol.FrameScanner;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Sends bytes as they are and shows the frames that come back.
 *
 * <p>The bytes are scanned to learn how many answers to wait for: one for each whole frame. Where they do not end with a
 * whole frame, or the sending side is closed, it waits until the server closes.
 */
public final class RawSending {
    private final SendOptions options;
    private final AnswerPrinter printer;
    private final Expectation expectation;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    /** Touched on the client's event loop only. */
    private long answers;

    /** Sends as the options say; every frame goes to the printer, then is compared. */
    public RawSending(SendOptions options, AnswerPrinter printer, Expectation expectation) {
        this.options = options;
        this.printer = printer;
        this.expectation = expectation;
    }

    /** What comes from the server. */
    private sealed interface Event {}

    /** An answer. */
    private record Answered(TimedAnswer answer) implements Event {}

    /** The end, with its reason if it has one. */
    private record Ended(Optional<ClientException> why) implements Event {}

    /** What was sent: how many whole frames, and whether nothing else. */
    private record Content(long frames, boolean whole) {}

    /**
     * Sends everything and waits for what is to come of it.
     *
     * @throws SendException for whatever is wrong first
     */
    public void run(PayloadSource source) throws InterruptedException {
        byte[] bytes = read(source.times(options.repeat()));
        QuintetClient client = connect();
        try {
            client.ended()
                    .whenComplete((nothing, why) -> events.add(new Ended(Optional.ofNullable((ClientException) why))));
            client.sendFramed(bytes);
            if (options.halfClose()) {
                client.finish();
            }
            expectation.checkCount(show(measure(bytes)));
        } finally {
            client.closeNow();
            printer.flush();
        }
    }

    private QuintetClient connect() {
        try {
            return options.client().onPush(this::answered).connect();
        } catch (ClientException e) {
            throw SendException.of(e);
        }
    }

    private void answered(byte[] payload) {
        events.add(new Answered(new TimedAnswer(++answers, payload, Optional.empty())));
    }

    private static byte[] read(PayloadSource source) {
        var all = new ByteArrayOutputStream();
        try {
            source.forEach(all::writeBytes);
        } catch (IOException e) {
            throw new SendException(SendException.Kind.OTHER, "payload: " + e + " (expected: to be readable)", e);
        }
        return all.toByteArray();
    }

    private Content measure(byte[] bytes) {
        FrameScanner scanner = options.framing().newScanner();
        var in = Unpooled.wrappedBuffer(bytes);
        long frames = 0;
        Found found = scanner.next(in);
        for (; found != Found.INCOMPLETE && found != Found.MALFORMED; found = scanner.next(in)) {
            frames += found == Found.KEEPALIVE ? 0 : 1;
        }
        return new Content(frames, found == Found.INCOMPLETE && !in.isReadable());
    }

    /** How many frames there were. */
    private long show(Content sent) throws InterruptedException {
        boolean untilClosed = options.halfClose() || !sent.whole();
        long shown = 0;
        while (untilClosed || shown < sent.frames()) {
            Event event = next(shown, sent);
            if (event instanceof Ended end) {
                requireAnswered(shown, sent, end.why());
                return shown;
            }
            shown++;
            TimedAnswer answer = ((Answered) event).answer();
            printer.print(answer);
            expectation.check(answer);
        }
        return shown;
    }

    private Event next(long shown, Content sent) throws InterruptedException {
        Event event = events.poll();
        if (event == null) {
            printer.flush();
            event = events.poll(options.patience().toMillis(), TimeUnit.MILLISECONDS);
        }
        if (event == null) {
            throw new SendException(SendException.Kind.TIMEOUT, missing(shown, sent));
        }
        return event;
    }

    private String missing(long shown, Content sent) {
        String wait = ": none within " + options.timeout().toMillis() + " ms (expected: ";
        if (shown < sent.frames()) {
            return "answer " + (shown + 1) + wait + sent.frames() + ", one for each whole frame)";
        }
        return "close by " + options.address() + wait
                + (sent.whole() ? "one, behind the last answer)" : "one, since what was sent ends in no whole frame)");
    }

    private static void requireAnswered(long shown, Content sent, Optional<ClientException> why) {
        if (why.isPresent() && !isClose(why.get())) {
            throw SendException.of(why.get());
        }
        if (shown < sent.frames()) {
            throw new SendException(
                    SendException.Kind.WRONG_ANSWER,
                    "answers: " + shown + ", then closed by the server (expected: " + sent.frames()
                            + ", one for each whole frame)");
        }
    }

    private static boolean isClose(ClientException why) {
        return why.error() == ClientError.CONNECTION_LOST && why.getCause() == null;
    }
}
