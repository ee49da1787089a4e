package io.quintet.load;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.quintet.client.AnswerFraming;
import io.quintet.protocol.Framing;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerCheckTest {
    private final Faults faults = new Faults();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void anyCutOfTheRightBytesIsRight(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<byte[]> answers = Payloads.of("1..9", Framing.DEFAULT, seed).subList(0, 5);
        AnswerCheck check = check(answers, 2);
        ByteBuf stream = Unpooled.buffer();
        for (int i = 2; i < 2 + 200; i++) {
            Framing.DEFAULT.writer().writeFrame(stream, answers.get(i % 5));
        }

        int completed = 0;
        while (stream.isReadable()) {
            int length = Math.min(stream.readableBytes(), random.nextInt(1, random.nextBoolean() ? 4 : 400));
            completed += feed(check, Unpooled.directBuffer().writeBytes(stream, length));
        }

        assertThat(completed).as("seed %d", seed).isEqualTo(200);
        assertThat(faults.list()).isEmpty();
        assertThat(check.isMidFrame()).isFalse();
    }

    @Test
    void oneWrongByteIsOneWrongAnswerHoweverTheBytesAreCut() {
        String received = "00003cba00002yx00003cbX00002yx00003cba00002yX";
        for (int size = 1; size <= received.length(); size++) {
            Faults seen = new Faults();
            AnswerCheck check = new AnswerCheck(script(Loads.bytes("cba", "yx")), 0, seen);

            int completed = 0;
            for (int i = 0; i < received.length(); i += size) {
                completed += feed(check, ascii(received.substring(i, Math.min(received.length(), i + size))));
            }

            assertThat(completed).as("cut at %d", size).isEqualTo(6);
            assertThat(seen.list())
                    .extracting(Fault::kind, Fault::count)
                    .containsExactly(tuple(FaultKind.WRONG_ANSWER, 2L));
            check.release();
        }
    }

    @Test
    void lineBreaksBetweenAnswersAreNoMistake() {
        AnswerCheck check = check(Loads.bytes("cba"), 0);

        assertThat(feed(check, ascii("00003cba\r\n00003cba\r\n"))).isEqualTo(2);

        assertThat(faults.list()).isEmpty();
        check.release();
    }

    @Test
    void whatIsNoFrameIsTold() {
        AnswerCheck check = check(Loads.bytes("cba"), 0);

        assertThat(feed(check, ascii("00003cba0x"))).isEqualTo(1);

        assertThat(check.malformed()).contains("header byte 1: 0x78 (expected: '0'-'9')");
        check.release();
    }

    private static int feed(AnswerCheck check, ByteBuf in) {
        try {
            return check.accept(in);
        } finally {
            in.release();
        }
    }

    private AnswerCheck check(List<byte[]> answers, int first) {
        return new AnswerCheck(script(answers), first, faults);
    }

    private static Script script(List<byte[]> answers) {
        var ring = new FrameRing(Framing.DEFAULT, answers, 1);
        return new Script(ring, ring, new Exchanges(answers, answers), AnswerFraming.of(Framing.DEFAULT));
    }

    private static ByteBuf ascii(String text) {
        return Unpooled.directBuffer().writeBytes(text.getBytes(ISO_8859_1));
    }
}
