package io.quintet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.cli.Cli.Ended;
import io.quintet.testing.ScriptedServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** {@code quintet send --raw}: bytes that are frames already, or are not. */
class SendRawTest {
    private ScriptedServer server = ScriptedServer.start(ScriptedServer.reversing());

    @AfterEach
    void stopTheServer() {
        server.close();
    }

    @Test
    void everyWholeFrameIsWaitedFor() {
        assertThat(raw("", "00003abc00003xyz")).isEqualTo(new Ended(ExitCode.OK, "cba\nzyx\n", ""));
    }

    @Test
    void withoutWordsTheBytesAreStdins() {
        assertThat(raw("00003abc")).isEqualTo(new Ended(ExitCode.OK, "cba\n", ""));
    }

    @Test
    void behindABadFrameTheServerIsExpectedToClose() {
        serve(peer -> {
            peer.writeFrame(String.valueOf(peer.readFrame()));
            peer.read(5);
        });

        assertThat(raw("", "00003abcXXXXX")).isEqualTo(new Ended(ExitCode.OK, "abc\n", ""));
    }

    @Test
    void aFrameThatIsNotAnsweredBeforeTheCloseIsMissed() {
        serve(peer -> peer.readFrame());

        assertThat(raw("", "00003abc"))
                .isEqualTo(new Ended(
                        ExitCode.WRONG_ANSWER,
                        "",
                        "quintet: answers: 0, then closed by the server (expected: 1, one for each whole frame)\n"));
    }

    @Test
    void aConnectionThatStaysOpenIsLeftInTheEnd() {
        serve(peer -> peer.readAll());

        assertThat(raw("", "00003ab", "--timeout", "100ms"))
                .isEqualTo(
                        new Ended(
                                ExitCode.TIMEOUT,
                                "",
                                "quintet: close by " + server.address()
                                        + ": none within 100 ms (expected: one, since what was sent ends in no whole frame)\n"));
    }

    @Test
    void aFragmentIsSentAndTheSendingSideClosed() {
        serve(peer -> {
            String got = peer.readAll();
            peer.writeFrame("got " + got);
        });

        assertThat(raw("", "00003ab", "--half-close", "--expect", "got 00003ab"))
                .isEqualTo(new Ended(ExitCode.OK, "got 00003ab\n", ""));
    }

    @Test
    void anExpectedAnswerThatDoesNotComeIsMissed() {
        serve(peer -> peer.readAll());

        assertThat(raw("", "00003ab", "--half-close", "--expect", "abc"))
                .isEqualTo(new Ended(
                        ExitCode.WRONG_ANSWER, "", "quintet: answers: 0 (expected: 1, or a multiple of it)\n"));
    }

    private void serve(ScriptedServer.Script script) {
        server.close();
        server = ScriptedServer.start(script);
    }

    private Ended raw(String in, String... words) {
        String[] all = new String[words.length + 3];
        all[0] = "send";
        all[1] = server.address();
        all[2] = "--raw";
        System.arraycopy(words, 0, all, 3, words.length);
        return new Cli().reading(in).end(all);
    }
}
