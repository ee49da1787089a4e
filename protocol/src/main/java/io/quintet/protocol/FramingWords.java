package io.quintet.protocol;

import io.netty.buffer.Unpooled;
import io.quintet.protocol.FramingExplanation.Part;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Puts a framing into words. The example's bytes come from its own writer, and its own scanner takes them apart. */
final class FramingWords {
    private static final byte[] PAYLOAD = "abc".getBytes(StandardCharsets.US_ASCII);

    private FramingWords() {}

    static List<Part> example(Framing framing) {
        int length = Math.min(PAYLOAD.length, framing.maxPayload());
        byte[] frame = framing.writer().frame(Arrays.copyOf(PAYLOAD, length));
        FrameScanner scanner = framing.newScanner();
        scanner.next(Unpooled.wrappedBuffer(frame));
        int payload = scanner.payloadStart();
        HeaderForm form = framing.header();
        return Stream.of(
                        part("header", frame, 0, payload, headerMeaning(form, length)),
                        part("payload", frame, payload, payload + length, length + " bytes, any"),
                        part("trailer", frame, payload + length, frame.length, trailerMeaning(form)))
                .filter(part -> !part.hex().isEmpty())
                .toList();
    }

    private static Part part(String name, byte[] frame, int start, int end, String meaning) {
        byte[] bytes = Arrays.copyOfRange(frame, start, end);
        return new Part(name, start, PeerBytes.hex(bytes), PeerBytes.escape(bytes), meaning);
    }

    private static String headerMeaning(HeaderForm form, int length) {
        if (form instanceof HeaderForm.Ascii ascii) {
            String filling = ascii.padding() == HeaderForm.Padding.ZERO ? "zeros" : "spaces";
            String digits =
                    ascii.digits() == 1 ? "1 decimal digit" : ascii.digits() + " decimal digits filled with " + filling;
            return lengthIn(digits, length, ascii.countsItself() ? ascii.digits() : 0);
        }
        if (form instanceof HeaderForm.Binary binary) {
            String order = binary.littleEndian() ? ", little-endian" : ", big-endian";
            String bytes = binary.bytes() == 1 ? "1 byte" : binary.bytes() + " bytes" + order;
            return lengthIn(bytes, length, binary.countsItself() ? binary.bytes() : 0);
        }
        return "the payload's length, " + length + ", in decimal without leading zeros, and a colon";
    }

    private static String lengthIn(String what, int length, int counted) {
        return counted == 0
                ? "the payload's length, " + length + ", in " + what
                : "the length of header and payload, " + (length + counted) + ", in " + what;
    }

    private static String trailerMeaning(HeaderForm form) {
        return form instanceof HeaderForm.Netstring ? "a comma ends the netstring" : "ends the line";
    }

    static List<String> sentences(Framing framing) {
        var sentences = new ArrayList<String>();
        sentences.add(shape(framing.header()));
        sentences.add("A payload has at most " + framing.maxPayload() + " bytes" + more(framing.header()) + ".");
        if (!(framing.header() instanceof HeaderForm.Raw)) {
            sentences.add(zeroLength(framing));
            sentences.add(lineBreaks(framing));
        }
        return sentences;
    }

    private static String shape(HeaderForm form) {
        if (form instanceof HeaderForm.Raw) {
            return "There are no frames: what one read brings is one payload, and answers are written bare.";
        }
        if (form instanceof HeaderForm.Line line) {
            String end = line.end() == HeaderForm.LineEnd.CRLF ? "CR LF" : "LF";
            return "A payload ends at LF, and a CR before it is dropped; answers end in " + end + ".";
        }
        return form instanceof HeaderForm.Netstring
                ? "A frame is a length in decimal, a colon, the payload, a comma."
                : "A frame is a header of fixed size that says the length, and the payload.";
    }

    private static String more(HeaderForm form) {
        return form instanceof HeaderForm.Raw
                ? "; more is cut into several"
                : "; more closes the connection (too-long)";
    }

    private static String zeroLength(Framing framing) {
        boolean skippedLine = framing.header() instanceof HeaderForm.Line && framing.lineBreaks() == LineBreaks.SKIP;
        if (skippedLine) {
            return "An empty line is skipped.";
        }
        return switch (framing.zeroLength()) {
            case CLOSE -> "A length of zero closes the connection (zero-length).";
            case KEEPALIVE -> "A length of zero is swallowed and counts as activity.";
            case ECHO ->
                "A length of zero is answered by one, at most " + FrameScanner.MOST_ECHOES + " times in a row.";
            case DELIVER -> "A length of zero reaches the logic as an empty payload.";
        };
    }

    private static String lineBreaks(Framing framing) {
        return framing.lineBreaks() == LineBreaks.SKIP
                ? "CR and LF between frames are skipped, at most " + FrameScanner.MOST_SKIPPED + " bytes in a row."
                : "CR and LF between frames are bytes as any other.";
    }
}
