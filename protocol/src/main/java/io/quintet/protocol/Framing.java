package io.quintet.protocol;

import java.util.Locale;

/**
 * How the bytes of a connection are cut into frames: the value of one framing expression, such as
 * {@code ascii:5} or {@code bin:4,le,max=65536,zero=echo}.
 *
 * @param header how a frame says where it ends
 * @param maxPayload largest payload accepted, in bytes
 * @param zeroLength what a frame of length zero means
 * @param lineBreaks what CR and LF between frames mean
 */
public record Framing(HeaderForm header, int maxPayload, ZeroLength zeroLength, LineBreaks lineBreaks) {
    /** {@code ascii:5}. */
    public static final Framing DEFAULT = of(new HeaderForm.Ascii(5, false, HeaderForm.Padding.ZERO));

    private static final int USUAL_MAX_PAYLOAD = 1 << 20;

    /** Checks that the limit fits the header, and that skipping CR and LF can work. */
    public Framing {
        if (maxPayload < 1 || maxPayload > header.largestPayload()) {
            throw new FramingException("max=" + maxPayload, "1 to " + header.largestPayload() + " with " + header);
        }
        if (lineBreaks == LineBreaks.SKIP && !canSkip(header, zeroLength)) {
            throw new FramingException("crlf=skip", whyNotSkipped(header));
        }
    }

    /** A header form with everything else as usual. */
    public static Framing of(HeaderForm header) {
        return new Framing(
                header, usualMaxPayload(header), ZeroLength.CLOSE, usualLineBreaks(header, ZeroLength.CLOSE));
    }

    /**
     * The framing that an expression names.
     *
     * @throws FramingException pointing at the word that is wrong
     */
    public static Framing parse(String expression) {
        return new FramingParser(expression).parse();
    }

    /** A scanner for one connection. */
    public FrameScanner newScanner() {
        return header.newScanner(this);
    }

    /** A writer; safe from any thread. */
    public FrameWriter writer() {
        return header.newWriter();
    }

    /**
     * Whether an answer of the request's size has byte for byte the request's header and trailer, so that a payload
     * rewritten where it lies makes the request's bytes the answer's.
     */
    public boolean answersInPlace() {
        return header.answersInPlace();
    }

    /** The framing in words, with an example frame. */
    public FramingExplanation explain() {
        return FramingExplanation.of(this);
    }

    /** The canonical expression: it parses to an equal framing and leaves out what is as usual. */
    @Override
    public String toString() {
        var text = new StringBuilder(header.toString());
        if (maxPayload != usualMaxPayload(header)) {
            text.append(",max=").append(maxPayload);
        }
        if (zeroLength != ZeroLength.CLOSE) {
            text.append(",zero=").append(zeroLength.name().toLowerCase(Locale.ROOT));
        }
        if (lineBreaks != usualLineBreaks(header, zeroLength)) {
            text.append(",crlf=").append(lineBreaks.name().toLowerCase(Locale.ROOT));
        }
        return text.toString();
    }

    static int usualMaxPayload(HeaderForm header) {
        return Math.min(USUAL_MAX_PAYLOAD, header.largestPayload());
    }

    static LineBreaks usualLineBreaks(HeaderForm header, ZeroLength zeroLength) {
        return canSkip(header, zeroLength) ? LineBreaks.SKIP : LineBreaks.REJECT;
    }

    /** An empty line is either skipped or a frame of length zero; it cannot be both. */
    static boolean canSkip(HeaderForm header, ZeroLength zeroLength) {
        return header.skipsLineBreaks() && !(header instanceof HeaderForm.Line && zeroLength != ZeroLength.CLOSE);
    }

    static String whyNotSkipped(HeaderForm header) {
        return header instanceof HeaderForm.Line
                ? "crlf=reject, since zero= makes an empty line a frame"
                : "crlf=reject, since " + header + " cannot tell CR and LF from a frame's bytes";
    }
}
