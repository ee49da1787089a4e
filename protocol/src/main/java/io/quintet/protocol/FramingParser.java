package io.quintet.protocol;

import io.quintet.protocol.HeaderForm.LineEnd;
import io.quintet.protocol.HeaderForm.Padding;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads one framing expression, word by word, so that an error points at the word. */
final class FramingParser {
    private static final String FORMS = "ascii:1 to ascii:9, bin:1 to bin:4, netstring, line, line:lf or raw";

    private final String expression;
    private final Set<String> seen = new HashSet<>();
    private int position;
    private String word = "";

    private boolean countsItself;
    private boolean littleEndian;
    private Padding padding = Padding.ZERO;
    private int maxPayload = -1;
    private ZeroLength zeroLength = ZeroLength.CLOSE;
    private @Nullable LineBreaks lineBreaks;

    FramingParser(String expression) {
        this.expression = expression;
    }

    Framing parse() {
        String[] words = expression.split(",", -1);
        checkForm(words[0]);
        HeaderForm bare = headerForm(words[0]);
        int maxAt = 0;
        int crlfAt = 0;
        for (int i = 1; i < words.length; i++) {
            position += word.length() + 1;
            option(bare, words[i]);
            maxAt = words[i].startsWith("max=") ? position : maxAt;
            crlfAt = words[i].startsWith("crlf=") ? position : crlfAt;
        }
        HeaderForm header = headerForm(words[0]);
        return new Framing(header, checkedMax(header, maxAt), zeroLength, checkedLineBreaks(header, crlfAt));
    }

    private void checkForm(String first) {
        word = first;
        boolean known = first.matches("ascii:[1-9]|bin:[1-4]|netstring|line(:lf)?|raw");
        if (!known) {
            throw wrong(formsLike(first));
        }
    }

    private static String formsLike(String first) {
        if (first.startsWith("ascii")) {
            return "ascii:1 to ascii:9";
        }
        if (first.startsWith("bin")) {
            return "bin:1, bin:2, bin:3 or bin:4";
        }
        return first.startsWith("line") ? "line or line:lf" : FORMS;
    }

    private HeaderForm headerForm(String first) {
        int size = first.charAt(first.length() - 1) - '0';
        if (first.startsWith("ascii")) {
            return new HeaderForm.Ascii(size, countsItself, padding);
        }
        if (first.startsWith("bin")) {
            return new HeaderForm.Binary(size, littleEndian, countsItself);
        }
        if (first.startsWith("line")) {
            return new HeaderForm.Line(first.equals("line") ? LineEnd.CRLF : LineEnd.LF);
        }
        return first.equals("raw") ? new HeaderForm.Raw() : new HeaderForm.Netstring();
    }

    private void option(HeaderForm form, String option) {
        word = option;
        int equals = option.indexOf('=');
        String name = equals < 0 ? option : option.substring(0, equals + 1);
        boolean known = switch (name) {
            case "max=", "zero=", "crlf=" -> true;
            case "incl" -> form instanceof HeaderForm.Ascii || form instanceof HeaderForm.Binary;
            case "pad=" -> form instanceof HeaderForm.Ascii;
            case "le" -> form instanceof HeaderForm.Binary;
            default -> false;
        };
        if (!known) {
            throw wrong(optionsOf(form));
        }
        if (!seen.add(name)) {
            throw wrong("each option once");
        }
        set(name, option.substring(equals + 1));
    }

    private static String optionsOf(HeaderForm form) {
        String always = "max=N, zero=close|keepalive|echo|deliver or crlf=skip|reject";
        if (form instanceof HeaderForm.Ascii) {
            return "incl, pad=zero|space, " + always;
        }
        return form instanceof HeaderForm.Binary ? "le, incl, " + always : always;
    }

    private void set(String name, String value) {
        switch (name) {
            case "incl" -> countsItself = true;
            case "le" -> littleEndian = true;
            case "pad=" -> padding = oneOf(Padding.values(), value, "pad=zero or pad=space");
            case "zero=" ->
                zeroLength = oneOf(ZeroLength.values(), value, "zero=close, zero=keepalive, zero=echo or zero=deliver");
            case "crlf=" -> lineBreaks = oneOf(LineBreaks.values(), value, "crlf=skip or crlf=reject");
            default -> maxPayload = value.matches("[0-9]{1,10}") ? clip(Long.parseLong(value)) : 0;
        }
    }

    private static int clip(long value) {
        return (int) Math.min(value, Integer.MAX_VALUE);
    }

    private <E extends Enum<E>> E oneOf(E[] values, String name, String expected) {
        for (E value : values) {
            if (value.name().toLowerCase(Locale.ROOT).equals(name)) {
                return value;
            }
        }
        throw wrong(expected);
    }

    private int checkedMax(HeaderForm header, int at) {
        if (maxPayload < 0) {
            return Framing.usualMaxPayload(header);
        }
        if (maxPayload == 0 || maxPayload > header.largestPayload()) {
            throw wrongAt(at, "max=1 to max=" + header.largestPayload());
        }
        return maxPayload;
    }

    private LineBreaks checkedLineBreaks(HeaderForm header, int at) {
        if (lineBreaks == null) {
            return Framing.usualLineBreaks(header, zeroLength);
        }
        if (lineBreaks == LineBreaks.SKIP && !Framing.canSkip(header, zeroLength)) {
            throw wrongAt(at, Framing.whyNotSkipped(header));
        }
        return lineBreaks;
    }

    private FramingException wrongAt(int at, String expected) {
        position = at;
        int comma = expression.indexOf(',', at);
        word = expression.substring(at, comma < 0 ? expression.length() : comma);
        return wrong(expected);
    }

    private FramingException wrong(String expected) {
        return new FramingException(expression, position, word, expected);
    }
}
