package io.quintet.protocol;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Framings to try everything on. */
final class Framings {
    private static final List<String> FORMS = List.of(
            "ascii:1",
            "ascii:2",
            "ascii:4",
            "ascii:5",
            "ascii:8",
            "ascii:9",
            "ascii:1,incl",
            "ascii:5,incl",
            "ascii:9,incl",
            "ascii:2,pad=space",
            "ascii:8,pad=space",
            "ascii:5,incl,pad=space",
            "bin:1",
            "bin:2",
            "bin:3",
            "bin:4",
            "bin:2,le",
            "bin:3,le",
            "bin:4,le",
            "bin:1,incl",
            "bin:2,incl",
            "bin:4,le,incl",
            "netstring",
            "line",
            "line:lf");

    private static final List<String> OPTIONS = Stream.of("", ",zero=keepalive", ",zero=echo", ",zero=deliver")
            .flatMap(zero -> Stream.of("", ",crlf=reject", ",max=7").map(other -> other + zero))
            .toList();

    private Framings() {}

    /** Every form as it is, without {@code raw}, where segments are payloads. */
    static Stream<String> forms() {
        return FORMS.stream();
    }

    /** Every form with every meaning of a zero length and of CR and LF that goes with it. */
    static List<Framing> all() {
        return IntStream.range(0, FORMS.size() * OPTIONS.size())
                .mapToObj(i -> any(i / OPTIONS.size(), i))
                .toList();
    }

    /** One of {@link #all}, whatever the numbers. */
    static Framing any(int form, int options) {
        return Framing.parse(FORMS.get(form % FORMS.size()) + OPTIONS.get(options % OPTIONS.size()));
    }

    /** A payload's frame, made from the protocol's text and not by the writer. */
    static byte[] frame(Framing framing, byte[] payload) {
        byte[] header = Wire.bytes(header(framing.header(), payload.length));
        byte[] trailer = Wire.bytes(trailer(framing.header()));
        byte[] frame = new byte[header.length + payload.length + trailer.length];
        System.arraycopy(header, 0, frame, 0, header.length);
        System.arraycopy(payload, 0, frame, header.length, payload.length);
        System.arraycopy(trailer, 0, frame, header.length + payload.length, trailer.length);
        return frame;
    }

    private static String header(HeaderForm form, int length) {
        if (form instanceof HeaderForm.Ascii ascii) {
            String zero = ascii.padding() == HeaderForm.Padding.ZERO ? "0" : "";
            int value = length + (ascii.countsItself() ? ascii.digits() : 0);
            return String.format("%" + (ascii.digits() > 1 ? zero : "") + ascii.digits() + "d", value);
        }
        if (form instanceof HeaderForm.Binary binary) {
            return binary(binary, length + (binary.countsItself() ? binary.bytes() : 0));
        }
        return form instanceof HeaderForm.Netstring ? length + ":" : "";
    }

    private static String binary(HeaderForm.Binary form, int value) {
        var text = new StringBuilder();
        for (int i = 0; i < form.bytes(); i++) {
            text.append((char) ((value >> (8 * i)) & 0xff));
        }
        return form.littleEndian() ? text.toString() : text.reverse().toString();
    }

    private static String trailer(HeaderForm form) {
        if (form instanceof HeaderForm.Line line) {
            return line.end() == HeaderForm.LineEnd.CRLF ? "\r\n" : "\n";
        }
        return form instanceof HeaderForm.Netstring ? "," : "";
    }
}
