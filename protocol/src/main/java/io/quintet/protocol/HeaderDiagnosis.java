package io.quintet.protocol;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a peer seems to speak, from the bytes where a header should be. A guess for a person who reads a log; nothing
 * else depends on it.
 */
final class HeaderDiagnosis {
    private static final List<String> HTTP = List.of(
            "GET ", "POST ", "PUT ", "HEAD ", "DELETE ", "OPTIONS ", "PATCH ", "CONNECT ", "TRACE ", "PRI * HTTP/2");

    private final byte[] bytes;
    private final String text;
    private final int arrived;
    private final HeaderForm form;

    /** The bytes from the frame's first one on, and how many there were beyond what is shown here. */
    HeaderDiagnosis(HeaderForm form, byte[] bytes, int arrived) {
        this.form = form;
        this.bytes = bytes.clone();
        this.text = new String(bytes, ISO_8859_1);
        this.arrived = arrived;
    }

    /** The first guess that fits. */
    Optional<String> guess() {
        return Stream.<Optional<String>>of(otherProtocol(), otherText(), otherLength())
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> otherProtocol() {
        if (text.matches("(?s)\\x16\\x03[\\x00-\\x04].*") || text.equals("\u0016\u0003")) {
            return looksLike("TLS");
        }
        if (HTTP.stream().anyMatch(text::startsWith)) {
            return looksLike("HTTP");
        }
        if (text.startsWith("PROXY ")) {
            return looksLike("PROXY protocol v1");
        }
        if (text.startsWith("\0\r\nQUIT\n") || text.startsWith("\r\n\r\n\0\r\nQUIT\n")) {
            return looksLike("PROXY protocol v2");
        }
        return text.startsWith("SSH-") ? looksLike("SSH") : Optional.empty();
    }

    private Optional<String> otherText() {
        if (isBinary()) {
            return text.matches("(?s)[0-9]{" + size() + ",}.*") ? looksLike("ASCII digits") : Optional.empty();
        }
        String behind = text.replaceFirst("^[0-9 ]+", "");
        if (behind.matches("(?s)\\xff([\\xf0-\\xfe].*)?")) {
            return looksLike("telnet IAC");
        }
        if (behind.matches("(?s)(\\xef\\xbc[\\x90-\\x99]|\\xa3[\\xb0-\\xb9]).*")) {
            return looksLike("full-width digits");
        }
        if (behind.matches("(?s)\\xd9[\\xa0-\\xa9].*")) {
            return looksLike("Arabic-Indic digits");
        }
        if (text.startsWith("\u00ef\u00bb\u00bf")) {
            return looksLike("a byte order mark in front of the header");
        }
        if (text.matches("(?s)(\\x00[0-9]){2}.*|([0-9]\\x00){2}.*")) {
            return looksLike("digits in UTF-16");
        }
        return otherDecimal();
    }

    private Optional<String> otherDecimal() {
        if (text.matches("(?s) +[0-9].*")) {
            return looksLike("a header padded with spaces");
        }
        if (text.matches("(?s)[0-9]+:.*") && !(form instanceof HeaderForm.Netstring)) {
            return looksLike("a netstring");
        }
        int digits = text.length() - text.replaceFirst("^[0-9]{1,9}", "").length();
        boolean whole = digits > 0 && Integer.parseInt(text, 0, digits, 10) == arrived - digits;
        return whole ? looksLike("a length of " + digits + (digits == 1 ? " digit" : " digits")) : Optional.empty();
    }

    private Optional<String> otherLength() {
        for (int size : new int[] {4, 2, 3, 1}) {
            if (says(size, false)) {
                return looksLike("a binary length, " + bytesAs(size) + (size > 1 ? " big-endian" : ""));
            }
            if (says(size, true)) {
                return looksLike("a binary length, " + bytesAs(size) + " little-endian");
            }
        }
        boolean small = bytes.length > 0 && bytes[0] >= 0 && bytes[0] < ' ';
        return small && !isBinary() ? looksLike("a binary length") : Optional.empty();
    }

    /** Whether the first bytes are a length that says how many bytes are there, counting itself or not. */
    private boolean says(int size, boolean littleEndian) {
        if (bytes.length < size || (isBinary() && size == size() && littleEndian == ofLittleEndian())) {
            return false;
        }
        long value = 0;
        for (int i = 0; i < size; i++) {
            value = value << 8 | (bytes[littleEndian ? size - 1 - i : i] & 0xff);
        }
        return value > 0 && (value == arrived - size || value == arrived);
    }

    private boolean isBinary() {
        return form instanceof HeaderForm.Binary;
    }

    private int size() {
        return form instanceof HeaderForm.Binary binary ? binary.bytes() : 0;
    }

    private boolean ofLittleEndian() {
        return form instanceof HeaderForm.Binary binary && binary.littleEndian();
    }

    private static String bytesAs(int size) {
        return size == 1 ? "1 byte" : size + " bytes";
    }

    private static Optional<String> looksLike(String what) {
        return Optional.of("looks like " + what);
    }
}
