package io.quintet.protocol;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.quintet.protocol.HeaderForm.Ascii;
import io.quintet.protocol.HeaderForm.Binary;
import io.quintet.protocol.HeaderForm.Netstring;
import io.quintet.protocol.HeaderForm.Padding;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a stream one byte at a time, slowly and plainly, straight from the protocol's text: what the scanner is judged
 * against. It shares no code with it.
 */
final class PlainReader {
    private static final Pattern DIGITS = Pattern.compile("[0-9]*");
    private static final Pattern PADDED_DIGITS = Pattern.compile(" *[0-9]+ *");
    private static final Pattern NETSTRING = Pattern.compile("(0|[1-9][0-9]*):");

    private final Framing framing;
    private final List<String> events = new ArrayList<>();
    private String frame = "";
    private String lineBreaks = "";
    private long position;
    private int emptyInARow;
    private boolean over;

    private PlainReader(Framing framing) {
        this.framing = framing;
    }

    /** What a stream says from its first byte to its end, in the words of {@link Reading}. */
    static List<String> read(Framing framing, byte[] stream) {
        var reader = new PlainReader(framing);
        for (byte one : stream) {
            if (!reader.over) {
                reader.take((char) (one & 0xff));
            }
        }
        reader.end();
        return reader.events;
    }

    private void take(char one) {
        if (frame.isEmpty() && isLineBreak(one)) {
            if (lineBreaks.length() == 1024) {
                stop(CloseReason.BAD_HEADER);
            }
            lineBreaks += one;
            position++;
            return;
        }
        frame += one;
        if (framing.header() instanceof HeaderForm.Line) {
            takeOfLine();
        } else {
            takeOfFrame();
        }
    }

    private boolean isLineBreak(char one) {
        return framing.lineBreaks() == LineBreaks.SKIP
                && (one == '\r' || one == '\n' || (one == 0 && lineBreaks.endsWith("\r")));
    }

    private void takeOfLine() {
        String line = frame.endsWith("\n") ? frame.substring(0, frame.length() - 1) : frame;
        boolean mayEnd = line.endsWith("\r") && (frame.endsWith("\n") || line.length() == framing.maxPayload() + 1);
        String payload = mayEnd ? line.substring(0, line.length() - 1) : line;
        if (payload.length() > framing.maxPayload()) {
            stop(CloseReason.TOO_LONG);
        } else if (frame.endsWith("\n")) {
            found(payload);
        }
    }

    private void takeOfFrame() {
        String header = header();
        if (header.isEmpty()) {
            return;
        }
        long length = length(header);
        if (length < 0) {
            stop(CloseReason.BAD_LENGTH);
        } else if (length > framing.maxPayload()) {
            stop(CloseReason.TOO_LONG);
        } else if (framing.header() instanceof Netstring) {
            takeOfNetstring(header, (int) length);
        } else if (frame.length() == header.length() + length) {
            found(frame.substring(header.length()));
        }
    }

    private void takeOfNetstring(String header, int length) {
        if (header.endsWith(":") && frame.length() == header.length() + length + 1) {
            if (frame.endsWith(",")) {
                found(frame.substring(header.length(), header.length() + length));
            } else {
                stop(CloseReason.BAD_HEADER);
            }
        }
    }

    /** The header, once it is whole or too large whatever follows; an empty text before. */
    private String header() {
        HeaderForm form = framing.header();
        if (form instanceof Binary binary) {
            return frame.length() >= binary.bytes() ? frame.substring(0, binary.bytes()) : "";
        }
        if (form instanceof Ascii ascii) {
            String soFar = frame.substring(0, Math.min(ascii.digits(), frame.length()));
            Matcher matcher = (ascii.padding() == Padding.ZERO ? DIGITS : PADDED_DIGITS).matcher(soFar);
            boolean whole = soFar.length() == ascii.digits();
            if (!matcher.matches() && (whole || !matcher.hitEnd())) {
                stop(CloseReason.BAD_HEADER);
            }
            return whole && !over ? soFar : "";
        }
        Matcher matcher = NETSTRING.matcher(frame);
        if (matcher.lookingAt()) {
            return matcher.group();
        }
        if (!matcher.hitEnd()) {
            stop(CloseReason.BAD_HEADER);
            return "";
        }
        return length(frame) > framing.maxPayload() ? frame : "";
    }

    private long length(String header) {
        if (framing.header() instanceof Binary binary) {
            String bigEndian =
                    binary.littleEndian() ? new StringBuilder(header).reverse().toString() : header;
            long value = new BigInteger(1, bigEndian.getBytes(ISO_8859_1)).longValueExact();
            return binary.countsItself() ? value - binary.bytes() : value;
        }
        long value = new BigInteger(header.replaceAll("[ :]", "")).longValueExact();
        return framing.header() instanceof Ascii ascii && ascii.countsItself() ? value - ascii.digits() : value;
    }

    private void found(String payload) {
        emptyInARow = payload.isEmpty() ? emptyInARow + 1 : 0;
        if ((payload.isEmpty() && framing.zeroLength() == ZeroLength.CLOSE)
                || (framing.zeroLength() == ZeroLength.ECHO && emptyInARow > 64)) {
            stop(CloseReason.ZERO_LENGTH);
            return;
        }
        boolean special = payload.isEmpty() && framing.zeroLength() != ZeroLength.DELIVER;
        String kind = special ? framing.zeroLength().name().toLowerCase(Locale.ROOT) : "frame";
        events.add(kind + " @" + position + " " + Wire.hex(payload.getBytes(ISO_8859_1)));
        position += frame.length();
        frame = "";
        lineBreaks = "";
    }

    private void stop(CloseReason reason) {
        over = true;
        events.add(reason + " @" + position);
    }

    private void end() {
        if (over) {
            return;
        }
        if (frame.isEmpty()) {
            events.add(CloseReason.EOF + " @" + position);
            return;
        }
        boolean inHeader = !(framing.header() instanceof HeaderForm.Line) && header().isEmpty();
        events.add((inHeader ? CloseReason.EOF_IN_HEADER : CloseReason.EOF_IN_PAYLOAD) + " @" + position);
    }
}
