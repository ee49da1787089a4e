package io.quintet.cli.send;

import io.quintet.protocol.Framing;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;

/** Shows answers on stdout; buffered until {@link #flush}. */
public final class AnswerPrinter {
    private final AnswerFormat format;
    private final Framing framing;
    private final PrintStream out;
    private final OutputStream buffer;
    private final boolean escaped;

    /**
     * A printer.
     *
     * @param framing of the answers, for {@link AnswerFormat#FRAME}
     * @param terminal whether {@code out} is a terminal, which must not be given any byte as it came
     */
    public AnswerPrinter(AnswerFormat format, Framing framing, PrintStream out, boolean terminal) {
        this.format = format;
        this.framing = framing;
        this.out = out;
        this.buffer = new BufferedOutputStream(out, 1 << 16);
        this.escaped = terminal;
    }

    void print(TimedAnswer answer) {
        try {
            buffer.write(render(answer));
        } catch (IOException e) {
            throw new SendException(SendException.Kind.OTHER, "stdout: " + e.getMessage() + " (expected: room)", e);
        }
    }

    void flush() {
        try {
            buffer.flush();
        } catch (IOException e) {
            throw new SendException(SendException.Kind.OTHER, "stdout: " + e.getMessage() + " (expected: room)", e);
        }
        if (out.checkError()) {
            throw new SendException(SendException.Kind.OTHER, "stdout: closed (expected: a reader for all answers)");
        }
    }

    /** An answer in full, its line end included. */
    byte[] render(TimedAnswer answer) {
        return switch (format) {
            case TEXT -> line(answer.payload());
            case HEX -> line(HexFormat.of().formatHex(answer.payload()).getBytes(StandardCharsets.US_ASCII));
            case FRAME -> frame(answer.payload());
            case JSON -> (AnswerJson.of(answer) + "\n").getBytes(StandardCharsets.UTF_8);
        };
    }

    private byte[] frame(byte[] payload) {
        byte[] frame = framing.writer().frame(payload);
        return escaped ? line(frame) : frame;
    }

    private byte[] line(byte[] bytes) {
        if (escaped) {
            return (TerminalText.of(bytes) + "\n").getBytes(StandardCharsets.UTF_8);
        }
        byte[] line = Arrays.copyOf(bytes, bytes.length + 1);
        line[bytes.length] = '\n';
        return line;
    }
}
