package io.quintet.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a telnet program says by itself, between frames and elsewhere. In its text {@code <ff>} is the byte 0xff. */
class TelnetCommandTest {
    /** What a telnet sends that is put into character mode, and at Ctrl-C. */
    private static final String CHARACTER_MODE = "\u00ff\u00fd\u0003\u00ff\u00fd\u0001";

    private static final String INTERRUPT = "\u00ff\u00f4\u00ff\u00f2";

    private static FrameScanner telnet(String framing) {
        FrameScanner scanner = Framing.parse(framing).newScanner();
        scanner.skipTelnetCommands();
        return scanner;
    }

    @Test
    void commandsBetweenFramesAreSkippedHoweverTheyAreCut() {
        byte[] stream = Wire.bytes(
                CHARACTER_MODE + "00003abc\r\0" + INTERRUPT + "\n" + CHARACTER_MODE + "00001x\r\0" + CHARACTER_MODE);
        List<String> expected = List.of("frame @6 616263", "frame @27 78", "eof @41");

        assertThat(Reading.read(telnet("ascii:5"), stream)).isEqualTo(expected);
        for (int cut = 1; cut < stream.length; cut++) {
            assertThat(Reading.read(telnet("ascii:5"), stream, cut))
                    .as("cut at " + cut)
                    .isEqualTo(expected);
        }
        int[] everywhere = IntStream.range(1, stream.length).toArray();
        assertThat(Reading.read(telnet("ascii:5"), stream, everywhere)).isEqualTo(expected);
    }

    @Test
    void theByteOfAnOptionIsNoDigitOfAHeader() {
        assertThat(Reading.read(telnet("ascii:5"), Wire.bytes("\u00ff\u00fd000003abc"), 2))
                .containsExactly("frame @3 616263", "eof @11");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "00\u00ff\u00fd\u0001003abc | header byte 2: 0xff (expected: '0'-'9')",
                "\u00ff\u00ff00003abc | header byte 0: 0xff (expected: '0'-'9')",
                "\u00ff00003abc | header byte 0: 0xff (expected: '0'-'9')",
                "\u00ff\u00fa\u0018\u00ff\u00f000003abc | header byte 0: 0xff (expected: '0'-'9')"
            })
    void whatIsNoCommandOrStandsElsewhereIsNotSkipped(String sent, String detail) {
        FrameScanner scanner = telnet("ascii:5");

        assertThat(scanner.next(Wire.buffer(sent))).isEqualTo(Found.MALFORMED);
        assertThat(scanner.error().detail()).isEqualTo(detail);
    }

    @Test
    void commandsInAPayloadBelongToIt() {
        assertThat(Reading.read(telnet("ascii:5"), Wire.bytes("00003\u00ff\u00fd\u0001")))
                .containsExactly("frame @0 fffd01", "eof @8");
    }

    @Test
    void theyAreNoEndlessRun() {
        String most = "\u00ff\u00f1".repeat(512);

        assertThat(telnet("ascii:5").next(Wire.buffer(most + "00001a"))).isEqualTo(Found.FRAME);
        assertThat(telnet("ascii:5").next(Wire.buffer(most + "\n00001a"))).isEqualTo(Found.MALFORMED);
        assertThat(telnet("ascii:5").next(Wire.buffer(most + "\u00ff\u00f100001a")))
                .isEqualTo(Found.MALFORMED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"line", "bin:1", "raw"})
    void whereAnyByteBeginsAFrameNothingIsSkipped(String framing) {
        byte[] stream = Wire.bytes("\u00ff\u00fd\u0001abc\n".repeat(50));

        assertThat(Reading.read(telnet(framing), stream)).isEqualTo(Reading.read(Framing.parse(framing), stream));
    }

    @Test
    void unlessAskedForNothingIsSkipped() {
        assertThat(Framing.DEFAULT.newScanner().next(Wire.buffer(CHARACTER_MODE + "00001a")))
                .isEqualTo(Found.MALFORMED);
    }

    @Test
    void halfACommandAtTheEndIsTheEndInAHeader() {
        assertThat(Reading.read(telnet("ascii:5"), Wire.bytes("00001a\u00ff\u00fd")))
                .containsExactly("frame @0 61", "eof-in-header @6");
    }
}
