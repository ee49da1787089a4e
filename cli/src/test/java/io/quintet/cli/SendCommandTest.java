package io.quintet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.cli.Cli.Ended;
import io.quintet.testing.ScriptedServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code quintet send} in this process, against a server that does as it is told. */
class SendCommandTest {
    private ScriptedServer server = ScriptedServer.start(ScriptedServer.reversing());

    @AfterEach
    void stopTheServer() {
        server.close();
    }

    @Test
    void wordsArePayloadsAndAnswersAreLines() {
        assertThat(send("abc", "x y", "")).isEqualTo(new Ended(ExitCode.OK, "cba\ny x\n\n", ""));
    }

    @Test
    void linesArePayloadsWhereThereAreNoWords() {
        assertThat(sendLines("one\ntwo\r\nth\rree")).isEqualTo(new Ended(ExitCode.OK, "eno\nowt\neer\rht\n", ""));
    }

    @Test
    void manyLinesAreAnsweredInOrder() {
        var lines = new StringBuilder();
        var expected = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            lines.append("line ").append(i).append('\n');
            expected.append(new StringBuilder("line " + i).reverse()).append('\n');
        }

        assertThat(sendLines(lines.toString()).out()).isEqualTo(expected.toString());
    }

    @Test
    void stdinAsAWholeIsOnePayload() {
        assertThat(sendLines("one\ntwo\n", "--stdin").out()).isEqualTo("\nowt\neno\n");
    }

    @Test
    void filesFollowWords(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("payload"), "two\n");

        assertThat(send("one", "--file", file.toString()).out()).isEqualTo("eno\n\nowt\n");
    }

    @ParameterizedTest
    @CsvSource({
        "text, 'b\"\u00e9a\n'",
        "hex, '62c3a961\n'",
        "frame, 00004b\u00e9a",
    })
    void answersAreShownInTheFormAskedFor(String format, String expected) {
        server.close();
        server = ScriptedServer.start(ScriptedServer.answering(payload -> payload));
        String text = format.equals("text") ? "b\"\u00e9a" : "b\u00e9a";

        assertThat(send(text, "--output", format).out()).isEqualTo(expected);
    }

    @Test
    void jsonSaysEverythingAboutAnAnswer() {
        assertThat(send("abc", "--output", "json").out())
                .matches("\\{\"answer\":1,\"bytes\":3,\"text\":\"cba\",\"hex\":\"636261\",\"micros\":\\d+}\n");
    }

    @Test
    void hexIsReadAndComparedAsHex() {
        Ended ended = send("--hex", "ca fe", "00ff", "--output", "hex", "--expect", "feca", "--expect", "FF00");

        assertThat(ended).isEqualTo(new Ended(ExitCode.OK, "feca\nff00\n", ""));
    }

    @Test
    void everythingIsRepeated() {
        assertThat(send("abc", "xyz", "--repeat", "2", "--expect", "cba", "--expect", "zyx")
                        .out())
                .isEqualTo("cba\nzyx\ncba\nzyx\n");
    }

    @Test
    void anotherAnswerThanExpectedIsShownWithItsDifference() {
        Ended ended = send("abc", "--expect", "cbx");

        assertThat(ended)
                .isEqualTo(new Ended(
                        ExitCode.WRONG_ANSWER,
                        "cba\n",
                        "quintet: answer 1: \"cba\" (expected: \"cbx\"; first difference at byte 2)\n"));
    }

    @Test
    void theSendingSideIsClosedBehindTheLastPayload() {
        server.close();
        server = ScriptedServer.start(peer -> peer.write(peer.readAll()));

        assertThat(send("abc", "xyz", "--half-close")).isEqualTo(new Ended(ExitCode.OK, "abc\nxyz\n", ""));
    }

    @Test
    void anyFramingIsSpoken() {
        server.close();
        server = ScriptedServer.start(peer -> {
            peer.write(peer.read(6));
            peer.readAll();
        });

        assertThat(send("abc", "--framing", "netstring")).isEqualTo(new Ended(ExitCode.OK, "abc\n", ""));
    }

    @Test
    void aServerThatClosesTooEarlyBrokeTheProtocol() {
        server.close();
        server = ScriptedServer.start(peer -> peer.writeFrame(String.valueOf(peer.readFrame())));

        Ended ended = send("abc", "xyz");

        assertThat(ended.code()).isEqualTo(ExitCode.WRONG_ANSWER);
        assertThat(ended.out()).isEqualTo("abc\n");
        assertThat(ended.err())
                .isEqualTo("quintet: connection to " + server.address()
                        + ": closed by the server (expected: to stay open for the answers)\n");
    }

    @Test
    void aBrokenAnswerIsShownInWords() {
        server.close();
        server = ScriptedServer.start(peer -> {
            peer.readFrame();
            peer.write("HTTP/1.1 400");
            peer.readAll();
        });

        Ended ended = send("abc");

        assertThat(ended.code()).isEqualTo(ExitCode.WRONG_ANSWER);
        assertThat(ended.err())
                .startsWith("quintet: answer from " + server.address() + ": bad-header, header byte 0: 0x48");
    }

    @Test
    void aMissingAnswerIsWaitedForNoLongerThanAsked() {
        server.close();
        server = ScriptedServer.start(peer -> peer.readAll());

        assertThat(send("abc", "--timeout", "100ms"))
                .isEqualTo(new Ended(
                        ExitCode.TIMEOUT,
                        "",
                        "quintet: answer from " + server.address() + ": none within 100 ms (expected: one)\n"));
    }

    @Test
    void aMissingServerIsSaidAtOnce() {
        server.close();

        assertThat(send("abc"))
                .isEqualTo(new Ended(
                        ExitCode.CANNOT_CONNECT,
                        "",
                        "quintet: connect " + server.address()
                                + ": connection refused (expected: a server that accepts)\n"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--hex zz            | payload: zz (expected: hex digits, two a byte)",
                "--timeout soon x    | --timeout: soon (expected: a duration such as 500ms, 30s, 10min, 2h or 0)",
                "--repeat 0 x        | --repeat: 0 (expected: 1 to 999999999)",
                "--output xml x      | --output: xml (expected one of: text, hex, frame, json)",
                "--file /missing     | --file: /missing (expected: a readable file)",
                "--framing ascii:1 1234567890 | payload: 10 bytes (expected: at most 9 with framing ascii:1)",
            })
    void whatCannotBeUnderstoodIsSaidInOneLine(String words, String problem) {
        Ended ended = send(words.split(" "));

        assertThat(ended.code()).isEqualTo(ExitCode.USAGE);
        assertThat(ended.err()).startsWith("quintet: ").hasLineCount(1);
        assertThat(ended.err()).contains(problem.substring(0, problem.indexOf(" (")));
    }

    /** As {@code serve} and {@code framing explain} say it. */
    @Test
    void aFramingThatIsNoneIsAConfigurationError() {
        Ended ended = send("--framing", "ascii:0", "x");

        assertThat(ended)
                .isEqualTo(new Ended(
                        ExitCode.CONFIGURATION, "", "quintet: framing: ascii:0 (expected: ascii:1 to ascii:9)\n"));
    }

    @Test
    void aWordLikeAnAddressIsOne() {
        Ended ended = Cli.run("send", "127.0.0.1:99999", "abc");

        assertThat(ended.code()).isEqualTo(ExitCode.USAGE);
        assertThat(ended.err())
                .isEqualTo("quintet: address: 127.0.0.1:99999"
                        + " (expected: HOST:PORT, [IPV6]:PORT or unix:PATH, the port 1 to 65535)\n");
    }

    private Ended send(String... words) {
        return sendLines("", words);
    }

    private Ended sendLines(String in, String... words) {
        List<String> all = new ArrayList<>(List.of("send", server.address()));
        all.addAll(List.of(words));
        return new Cli().reading(in).end(all.toArray(new String[0]));
    }
}
