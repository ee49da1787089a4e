package io.quintet.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBuf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of each way in which bytes are no frame. */
class FrameErrorTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "ascii:5|+0003abc|bad-header|header byte 0: 0x2b (expected: '0'-'9')",
                "ascii:5| 0003abc|bad-header|header byte 0: 0x20 (expected: '0'-'9')",
                "ascii:5|0003 abc|bad-header|header byte 4: 0x20 (expected: '0'-'9')",
                "ascii:5|0_003abc|bad-header|header byte 1: 0x5f (expected: '0'-'9')",
                "ascii:5|-0001a|bad-header|header byte 0: 0x2d (expected: '0'-'9')",
                "ascii:5|0x003abc|bad-header|header byte 1: 0x78 (expected: '0'-'9')",
                "ascii:5|0000:abc|bad-header|header byte 4: 0x3a (expected: '0'-'9')",
                "ascii:5|0000/abc|bad-header|header byte 4: 0x2f (expected: '0'-'9')",
                "ascii:5|00x|bad-header|header byte 2: 0x78 (expected: '0'-'9')",
                "ascii:5|00000|zero-length|length: 0 (expected: at least 1)",
                "ascii:5,incl|00005|zero-length|length: 5 (expected: at least 6)",
                "ascii:5,incl|00004|bad-length|length: 4 (expected: at least 5, since it counts the header)",
                "ascii:9,incl|000000008|bad-length|length: 8 (expected: at least 9, since it counts the header)",
                "ascii:5,max=10|00011|too-long|length: 11 (expected: at most 10)",
                "ascii:5,incl,max=10|00016|too-long|length: 16 (expected: at most 15)",
                "ascii:9|999999999|too-long|length: 999999999 (expected: at most 1048576)",
                "ascii:4,pad=space|\\s\\s\\s\\s|bad-header|header byte 3: 0x20 (expected: '0'-'9', or a space behind digits)",
                "ascii:4,pad=space| 1 2|bad-header|header byte 3: 0x32 (expected: '0'-'9', or a space behind digits)",
                "ascii:4,pad=space| 1x2|bad-header|header byte 2: 0x78 (expected: '0'-'9' or spaces around the digits)",
                "bin:2|\u0000\u0000|zero-length|length: 0 (expected: at least 1)",
                "bin:2,max=3|\u0000\u0004|too-long|length: 4 (expected: at most 3)",
                "bin:4|\u00ff\u00ff\u00ff\u00ff|too-long|length: 4294967295 (expected: at most 1048576)",
                "bin:4,incl|\u0000\u0000\u0000\u0003|bad-length|length: 3 (expected: at least 4, since it counts the header)",
                "netstring|a|bad-header|header byte 0: 0x61 (expected: '0'-'9')",
                "netstring|:|bad-header|header byte 0: 0x3a (expected: '0'-'9')",
                "netstring|03|bad-header|header byte 1: 0x33 (expected: ':', or '0'-'9' behind no leading zero)",
                "netstring|3;|bad-header|header byte 1: 0x3b (expected: ':', or '0'-'9' behind no leading zero)",
                "netstring|3:abcd|bad-header|trailer byte 0: 0x64 (expected: ',')",
                "netstring|0:,|zero-length|length: 0 (expected: at least 1)",
                "netstring,max=10|11|too-long|length: 11 (expected: at most 10)",
                "netstring|99999999999999999999:|too-long|length: 9999999 (expected: at most 1048576)",
                "line,max=3|abcd|too-long|length: 4 (expected: at most 3)",
                "line,max=3|abcde\\n|too-long|length: 4 (expected: at most 3)",
                "line,crlf=reject|\\n|zero-length|length: 0 (expected: at least 1)",
                "line,crlf=reject|\\r\\n|zero-length|length: 0 (expected: at least 1)"
            })
    void malformedBytesAreNamedWithReasonAndDetail(String framing, String bytes, String reason, String detail) {
        FrameScanner scanner = Framing.parse(framing).newScanner();

        assertThat(scanner.next(Wire.buffer(bytes.translateEscapes()))).isEqualTo(Found.MALFORMED);

        assertThat(scanner.error().reason().code()).isEqualTo(reason);
        assertThat(scanner.error().detail()).isEqualTo(detail);
        assertThat(scanner.error().offset()).isZero();
        assertThat(scanner.error().frame()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "ascii:5|``|eof|end of input: between two frames",
                "ascii:5|000|eof-in-header|header bytes: 3 (expected: 5)",
                "ascii:5|00003|eof-in-payload|payload bytes: 0 (expected: 3)",
                "ascii:5|00005ab|eof-in-payload|payload bytes: 2 (expected: 5)",
                "netstring|3|eof-in-header|header bytes: 1 (expected: digits and ':')",
                "netstring|3:abc|eof-in-payload|payload bytes: 3 (expected: 3 and ',')",
                "line|ab|eof-in-payload|line bytes: 2 (expected: LF behind them)",
                "raw|``|eof|end of input: between two frames"
            })
    void endOfInputIsNamedByWhereItIs(String framing, String bytes, String reason, String detail) {
        FrameScanner scanner = Framing.parse(framing).newScanner();
        ByteBuf in = Wire.buffer(bytes);

        assertThat(scanner.next(in)).isEqualTo(Found.INCOMPLETE);

        assertThat(scanner.endOfInput(in).reason().code()).isEqualTo(reason);
        assertThat(scanner.endOfInput(in).detail()).isEqualTo(detail);
    }

    @Test
    void frameThatTakesTooLongIsNamedByWhatThereIs() {
        FrameScanner scanner = Framing.DEFAULT.newScanner();
        ByteBuf in = Wire.buffer("00010abc");
        scanner.next(in);

        assertThat(scanner.timeout(in).reason()).isEqualTo(CloseReason.FRAME_TIMEOUT);
        assertThat(scanner.timeout(in).detail()).isEqualTo("payload bytes: 3 (expected: 10)");
    }

    @Test
    void lineForTheLogSaysWhereAndShowsBytesAsHexAlone() {
        FrameScanner scanner = Framing.DEFAULT.newScanner();
        ByteBuf in = Wire.buffer("\r\n00003abc00\u001b[2Jabcdefghijklmnopqrstuvwxyz");
        scanner.next(in);
        scanner.next(in);

        assertThat(scanner.error().describe())
                .isEqualTo("header byte 2: 0x1b (expected: '0'-'9'); frame 2 at byte 10,"
                        + " bytes 30301b5b324a6162636465666768696a6b6c6d6e6f707172");
    }

    @Test
    void lineForTheLogEndsInTheDiagnosis() {
        FrameScanner scanner = Framing.DEFAULT.newScanner();
        scanner.next(Wire.buffer("GET / HTTP/1.1\r\n"));

        assertThat(scanner.error().describe()).endsWith(", looks like HTTP");
    }
}
