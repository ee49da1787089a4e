package io.quintet.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a peer that speaks something else is taken for. */
class HeaderDiagnosisTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "ascii:5|\u0016\u0003\u0001\u0002\u0000\u0001\u0000|TLS",
                "ascii:5|\u0016\u0003|TLS",
                "bin:4|\u0016\u0003\u0001\u0002\u0000\u0001\u0000|TLS",
                "ascii:5|GET / HTTP/1.1|HTTP",
                "ascii:5|POST /x HTTP/1.1|HTTP",
                "ascii:5|PRI * HTTP/2.0|HTTP",
                "netstring|GET / HTTP/1.1|HTTP",
                "bin:4|GET / HTTP/1.1|HTTP",
                "ascii:5|PROXY TCP4 1.2.3.4 1.2.3.4 1 2|PROXY protocol v1",
                "ascii:5|\u0000\\r\\nQUIT\\n!!|PROXY protocol v2",
                "ascii:5,crlf=reject|\\r\\n\\r\\n\u0000\\r\\nQUIT\\n!!|PROXY protocol v2",
                "ascii:5|SSH-2.0-OpenSSH|SSH",
                "ascii:5|\u00ff\u00fd\u0001|telnet IAC",
                "ascii:5|000\u00ff\u00fb|telnet IAC",
                "ascii:5|\u00ff|telnet IAC",
                "ascii:5|\u00ef\u00bc\u0090\u00ef\u00bc\u0090|full-width digits",
                "ascii:5|000\u00ef\u00bc\u0093a|full-width digits",
                "ascii:5|\u00a3\u00b0\u00a3\u00b0|full-width digits",
                "ascii:5|\u00d9\u00a0\u00d9\u00a0|Arabic-Indic digits",
                "ascii:5|\u00ef\u00bb\u00bf00003abc|a byte order mark in front of the header",
                "ascii:5|0\u00000\u00000\u0000|digits in UTF-16",
                "ascii:5|\u00000\u00000\u00000|digits in UTF-16",
                "ascii:5|    3abc|a header padded with spaces",
                "ascii:5|3:abc,|a netstring",
                "ascii:5|003abc|a length of 3 digits",
                "ascii:5|3abc|a length of 1 digit",
                "ascii:5|\u0000\u0000\u0000\u0003abc|a binary length, 4 bytes big-endian",
                "ascii:5|\u0000\u0000\u0000\u0007abc|a binary length, 4 bytes big-endian",
                "ascii:5|\u0003\u0000\u0000\u0000abc|a binary length, 4 bytes little-endian",
                "ascii:5|\u0000\u0003abc|a binary length, 2 bytes big-endian",
                "ascii:5|\u0003\u0000abc|a binary length, 2 bytes little-endian",
                "ascii:5|\u0003abc|a binary length, 1 byte",
                "ascii:5|\u0000\u0000|a binary length",
                "bin:4|00003abc|ASCII digits",
                "bin:4|\u0003\u0000\u0000\u0000abc|a binary length, 4 bytes little-endian",
                "bin:4,le|\u0000\u0000\u0000\u0003abc|a binary length, 4 bytes big-endian"
            })
    void bytesAreTakenFor(String framing, String bytes, String what) {
        FrameScanner scanner = Framing.parse(framing).newScanner();

        assertThat(scanner.next(Wire.buffer(bytes.translateEscapes()))).isEqualTo(Found.MALFORMED);

        assertThat(scanner.error().diagnosis()).hasValue("looks like " + what);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "hello", "0000x", "{\"a\":1}", "\u00fe"})
    void nothingIsSaidWhereNothingFits(String bytes) {
        FrameScanner scanner = Framing.DEFAULT.newScanner();

        assertThat(scanner.next(Wire.buffer(bytes))).isEqualTo(Found.MALFORMED);

        assertThat(scanner.error().diagnosis()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "ascii:5,00008abc00008def00008ghi,5",
        "ascii:2,05abc05def05,2",
        "'ascii:4,pad=space','   7abc   7def   7',4"
    })
    void lengthThatCountsItselfIsSeenWhenTheNextHeaderIsNone(String framing, String bytes, int by) {
        FrameScanner scanner = Framing.parse(framing).newScanner();
        ByteBuf in = Wire.buffer(bytes);

        assertThat(scanner.next(in)).isEqualTo(Found.FRAME);
        assertThat(scanner.next(in)).isEqualTo(Found.MALFORMED);

        assertThat(scanner.error().diagnosis())
                .hasValue("looks like a length that counts itself (off by exactly " + by + ")");
    }

    @Test
    void lengthThatCountsItselfIsSeenWhenTheRestNeverComes() {
        FrameScanner scanner = Framing.DEFAULT.newScanner();
        ByteBuf in = Wire.buffer("00008abc");
        scanner.next(in);

        assertThat(scanner.endOfInput(in).diagnosis())
                .hasValue("looks like a length that counts itself (off by exactly 5)");
        assertThat(scanner.timeout(in).diagnosis())
                .hasValue("looks like a length that counts itself (off by exactly 5)");
    }

    @Test
    void lengthThatDoesNotCountItselfIsSeenWhereItShould() {
        FrameScanner scanner = Framing.parse("ascii:5,incl").newScanner();

        assertThat(scanner.next(Wire.buffer("00003abc"))).isEqualTo(Found.MALFORMED);

        assertThat(scanner.error().diagnosis())
                .hasValue("looks like a length that does not count itself (off by exactly 5)");
    }

    @Test
    void laterFrameThatEndsEarlyIsNotTakenForALengthThatCountsItself() {
        FrameScanner scanner = Framing.DEFAULT.newScanner();
        ByteBuf in = Wire.buffer("00003abc00008abc");
        scanner.next(in);
        scanner.next(in);

        assertThat(scanner.endOfInput(in).diagnosis()).isEmpty();
    }
}
