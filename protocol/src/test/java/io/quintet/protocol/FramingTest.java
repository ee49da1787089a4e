package io.quintet.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quintet.protocol.HeaderForm.Ascii;
import io.quintet.protocol.HeaderForm.Line;
import io.quintet.protocol.HeaderForm.LineEnd;
import io.quintet.protocol.HeaderForm.Padding;
import io.quintet.protocol.HeaderForm.Raw;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The notation of framings. */
class FramingTest {
    @Test
    void defaultIsFiveAsciiDigits() {
        assertThat(Framing.parse("ascii:5")).isEqualTo(Framing.DEFAULT);
        assertThat(Framing.DEFAULT)
                .isEqualTo(new Framing(new Ascii(5, false, Padding.ZERO), 99_999, ZeroLength.CLOSE, LineBreaks.SKIP));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ascii:5|ascii:5",
                "ascii:5,max=99999|ascii:5",
                "ascii:5,zero=close,crlf=skip,pad=zero|ascii:5",
                "ascii:8,pad=space,incl|ascii:8,incl,pad=space",
                "ascii:5,crlf=reject,zero=echo,max=10|ascii:5,max=10,zero=echo,crlf=reject",
                "bin:4,incl,le|bin:4,le,incl",
                "bin:2,max=65535,crlf=reject|bin:2",
                "netstring,max=1048576|netstring",
                "netstring,max=1073741824|netstring,max=1073741824",
                "line,zero=deliver|line,zero=deliver",
                "line,zero=deliver,crlf=reject|line,zero=deliver",
                "line:lf,crlf=reject|line:lf,crlf=reject",
                "raw,max=4096|raw,max=4096"
            })
    void expressionPrintsBackInCanonicalForm(String expression, String canonical) {
        assertThat(Framing.parse(expression)).hasToString(canonical);
        assertThat(Framing.parse(canonical)).isEqualTo(Framing.parse(expression));
    }

    @Test
    void everyFramingParsesBackToAnEqualOneAndNoTwoPrintAlike() {
        List<Framing> all = Framings.all();

        assertThat(all)
                .allSatisfy(
                        framing -> assertThat(Framing.parse(framing.toString())).isEqualTo(framing));
        assertThat(new HashSet<>(all.stream().map(Framing::toString).toList())).hasSameSizeAs(new HashSet<>(all));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ascii:1|9", "ascii:1,incl|8", "ascii:4,incl|9995", "ascii:6|999999", "ascii:7|1048576",
                        "ascii:9|1048576",
                "bin:1|255", "bin:1,incl|254", "bin:2|65535", "bin:3|1048576", "bin:4|1048576", "netstring|1048576",
                "line|1048576", "raw|1048576"
            })
    void limitIsAMebibyteUnlessTheHeaderSaysLess(String expression, int max) {
        assertThat(Framing.parse(expression).maxPayload()).isEqualTo(max);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "``#0#framing: an empty word (expected: ascii:1 to ascii:9, bin:1 to bin:4, netstring, line, line:lf or raw)",
                "ascii#0#framing: ascii (expected: ascii:1 to ascii:9)",
                "ascii:0#0#framing: ascii:0 (expected: ascii:1 to ascii:9)",
                "ascii:10#0#framing: ascii:10 (expected: ascii:1 to ascii:9)",
                "ascii:5,#8#framing: an empty word in ascii:5, (expected: incl, pad=zero|space, max=N,"
                        + " zero=close|keepalive|echo|deliver or crlf=skip|reject)",
                "bin:5,le#0#framing: bin:5 in bin:5,le (expected: bin:1, bin:2, bin:3 or bin:4)",
                "line:crlf#0#framing: line:crlf (expected: line or line:lf)",
                "acsii:5#0#framing: acsii:5 (expected: ascii:1 to ascii:9, bin:1 to bin:4, netstring, line, line:lf or raw)",
                "ASCII:5#0#framing: ASCII:5 (expected: ascii:1 to ascii:9, bin:1 to bin:4, netstring, line, line:lf or raw)",
                "ascii:8,pad=spce#8#framing: pad=spce in ascii:8,pad=spce (expected: pad=zero or pad=space)",
                "ascii:5,zero=no#8#framing: zero=no in ascii:5,zero=no (expected: zero=close, zero=keepalive, zero=echo or"
                        + " zero=deliver)",
                "ascii:5,le#8#framing: le in ascii:5,le (expected: incl, pad=zero|space, max=N,"
                        + " zero=close|keepalive|echo|deliver or crlf=skip|reject)",
                "ascii:5,max=100000#8#framing: max=100000 in ascii:5,max=100000 (expected: max=1 to max=99999)",
                "ascii:5,max=99999,incl#8#framing: max=99999 in ascii:5,max=99999,incl (expected: max=1 to max=99994)",
                "ascii:5,max=0#8#framing: max=0 in ascii:5,max=0 (expected: max=1 to max=99999)",
                "ascii:5,max=1e3#8#framing: max=1e3 in ascii:5,max=1e3 (expected: max=1 to max=99999)",
                "ascii:5,max=#8#framing: max= in ascii:5,max= (expected: max=1 to max=99999)",
                "bin:4,max=9999999999#6#framing: max=9999999999 in bin:4,max=9999999999 (expected: max=1 to max=1073741824)",
                "bin:4,incl,incl#11#framing: incl in bin:4,incl,incl (expected: each option once)",
                "bin:4,crlf=skip#6#framing: crlf=skip in bin:4,crlf=skip (expected: crlf=reject, since bin:4 cannot tell CR and"
                        + " LF from a frame's bytes)",
                "line,crlf=skip,zero=echo#5#framing: crlf=skip in line,crlf=skip,zero=echo (expected: crlf=reject, since zero="
                        + " makes an empty line a frame)"
            })
    void errorPointsAtTheWrongWord(String expression, int position, String message) {
        assertThatExceptionOfType(FramingException.class)
                .isThrownBy(() -> Framing.parse(expression))
                .withMessage(message)
                .satisfies(error -> assertThat(error.position()).isEqualTo(position))
                .satisfies(error -> assertThat(expression.substring(position)).startsWith(error.word()));
    }

    @Test
    void valuesCheckThemselves() {
        assertThatExceptionOfType(FramingException.class).isThrownBy(() -> new Ascii(10, false, Padding.ZERO));
        assertThatExceptionOfType(FramingException.class)
                .isThrownBy(() -> new HeaderForm.Binary(0, false, false))
                .withMessage("framing: bin:0 (expected: bin:1, bin:2, bin:3 or bin:4)");
        assertThatExceptionOfType(FramingException.class)
                .isThrownBy(() -> new Framing(new Raw(), 0, ZeroLength.CLOSE, LineBreaks.REJECT))
                .withMessage("framing: max=0 (expected: 1 to 1073741824 with raw)");
        assertThatExceptionOfType(FramingException.class)
                .isThrownBy(() -> new Framing(new Raw(), 1, ZeroLength.CLOSE, LineBreaks.SKIP));
        assertThatExceptionOfType(FramingException.class)
                .isThrownBy(() -> new Framing(new Line(LineEnd.LF), 1, ZeroLength.ECHO, LineBreaks.SKIP));
    }

    @Test
    void controlCharactersOfAnExpressionDoNotReachTheMessage() {
        assertThatExceptionOfType(FramingException.class)
                .isThrownBy(() -> Framing.parse("ascii\u001b[2J"))
                .withMessage("framing: ascii\\x1b[2J (expected: ascii:1 to ascii:9)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ascii:5|true",
                "ascii:5,incl|true",
                "ascii:5,pad=space|false",
                "bin:4,le|true",
                "netstring|true",
                "raw|true",
                "line|false",
                "line:lf|false"
            })
    void answersInPlaceWhereHeaderAndTrailerHaveOneSpelling(String expression, boolean inPlace) {
        assertThat(Framing.parse(expression).answersInPlace()).isEqualTo(inPlace);
    }
}
