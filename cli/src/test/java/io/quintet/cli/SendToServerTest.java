package io.quintet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.cli.Cli.Ended;
import io.quintet.config.ListenAddress;
import io.quintet.config.Listening;
import io.quintet.config.ServerSettings;
import io.quintet.logic.Logic;
import io.quintet.logic.LogicCatalog;
import io.quintet.protocol.Framing;
import io.quintet.server.QuintetServer;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code quintet send} to the real server: what one writes the other reads. */
class SendToServerTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "ascii:5",
                "ascii:4,incl",
                "ascii:8,pad=space",
                "bin:1",
                "bin:2,le",
                "bin:4,incl",
                "netstring",
                "line",
                "line:lf",
                "raw"
            })
    void everyFramingIsTheSameOnBothSides(String framing) {
        try (QuintetServer server = serve("reverse", framing)) {
            assertThat(send(server, "abc", "--framing", framing, "--expect", "cba"))
                    .isEqualTo(new Ended(ExitCode.OK, "cba\n", ""));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "3030303033616263, cba",
        "0d0a30303030336162630a303030303378797a0d, 'cba\nzyx'",
        "0d003030303033616263, cba",
        "3030303033616263303030303561620a, cba",
        "30303030336162635858585858, cba",
    })
    void bytesOfTheContractAreAnsweredAsItSays(String hex, String answers) {
        try (QuintetServer server = serve("reverse", "ascii:5")) {
            assertThat(send(server, "--raw", "--hex", hex, "--half-close"))
                    .isEqualTo(new Ended(ExitCode.OK, answers + "\n", ""));
        }
    }

    @Test
    void anEmptyAnswerIsOne() {
        try (QuintetServer server = serve("discard", "ascii:5")) {
            assertThat(send(server, "abc", "--output", "frame")).isEqualTo(new Ended(ExitCode.OK, "00000", ""));
        }
    }

    @Test
    void anEmptyRequestEndsTheConnectionUnanswered() {
        try (QuintetServer server = serve("reverse", "ascii:5")) {
            assertThat(send(server, "").code()).isEqualTo(ExitCode.WRONG_ANSWER);
        }
    }

    @Test
    void aGreetingIsAFrameLikeAnyOther() {
        try (QuintetServer server = serve("greet:hello", "ascii:5")) {
            assertThat(send(server, "--raw", "", "--half-close", "--expect", "hello"))
                    .isEqualTo(new Ended(ExitCode.OK, "hello\n", ""));
        }
    }

    @Test
    void manyAnswersComeInOrder() {
        try (QuintetServer server = serve("delay:0ms..3ms", "ascii:5")) {
            String[] words = Stream.iterate(1, n -> n + 1)
                    .limit(300)
                    .map(n -> "request-" + n)
                    .toArray(String[]::new);

            Ended ended = send(server, words);

            assertThat(ended.out().lines()).containsExactly(words);
        }
    }

    @Test
    void socketsInTheFileSystemAreReached(@TempDir Path directory) {
        Path socket = directory.resolve("s");
        var settings = ServerSettings.defaults().withListening(Listening.on(new ListenAddress.Unix(socket)));
        try (QuintetServer server = QuintetServer.start(settings, List.of(reverse()))) {
            assertThat(Cli.run("send", "unix:" + socket, "abc", "--half-close"))
                    .as("%s", server.addresses())
                    .isEqualTo(new Ended(ExitCode.OK, "cba\n", ""));
        }
    }

    private static QuintetServer serve(String logic, String framing) {
        var settings = ServerSettings.defaults()
                .withListening(Listening.on(new ListenAddress.Tcp("127.0.0.1", 0)))
                .withFraming(Framing.parse(framing));
        return QuintetServer.start(settings, List.of(LogicCatalog.ofClassPath().create(logic)));
    }

    private static Logic reverse() {
        return LogicCatalog.ofClassPath().create("reverse");
    }

    private static Ended send(QuintetServer server, String... words) {
        var address = (InetSocketAddress) server.addresses().get(0);
        var all = Stream.concat(Stream.of("send", "127.0.0.1:" + address.getPort()), Stream.of(words));
        return Cli.run(all.toArray(String[]::new));
    }
}
