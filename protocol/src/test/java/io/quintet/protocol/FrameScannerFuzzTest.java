package io.quintet.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.quintet.testing.FuzzInput;
import io.quintet.testing.PlainFuzzing;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random streams in random segments, judged against {@link PlainReader}. A failure names the seed and the framing. */
class FrameScannerFuzzTest {
    private static final String ALPHABET = "0000123459 :,\r\n\0\0\1\3a\u00ff";
    private static final int STREAMS = Integer.getInteger("quintet.fuzz.streams", 60);

    private final long seed = Long.getLong("quintet.fuzz.seed", System.nanoTime());

    @FuzzTest(maxDuration = "")
    void stream(byte[] input) {
        FuzzInput chosen = new FuzzInput(input);
        Framing framing = Framings.any(chosen.choice(0, 256), chosen.choice(1, 256));

        assertThat(Reading.read(framing, chosen.stream(), chosen.cuts()))
                .as("%s, %s cut at %s", framing, PeerBytes.escape(chosen.stream()), Arrays.toString(chosen.cuts()))
                .isEqualTo(PlainReader.read(framing, chosen.stream()));
    }

    @Test
    void streamIsReadAsThePlainReaderDoes() {
        PlainFuzzing.run(FrameScannerFuzzTest.class, "stream", this::stream);
    }

    @Test
    void goodFramesAndWhatMayFollowThemAreReadAsThePlainReaderDoes() {
        for (Framing framing : Framings.all()) {
            var random = new Random(seed);
            for (int i = 0; i < STREAMS; i++) {
                check(framing, frames(framing, random), random);
            }
        }
    }

    @Test
    void bytesOfAnyKindAreReadAsThePlainReaderDoes() {
        for (Framing framing : Framings.all()) {
            var random = new Random(seed);
            for (int i = 0; i < STREAMS; i++) {
                check(framing, anything(random, random.nextInt(40)), random);
            }
        }
    }

    private void check(Framing framing, byte[] stream, Random random) {
        int[] cuts =
                random.ints(random.nextInt(12), 0, stream.length + 1).sorted().toArray();
        List<String> plain = PlainReader.read(framing, stream);

        assertThat(Reading.read(framing, stream, cuts))
                .as("seed %d, %s, %s cut at %s", seed, framing, PeerBytes.escape(stream), Arrays.toString(cuts))
                .isEqualTo(plain);
        assertThat(Reading.readByBytes(framing, stream))
                .as("seed %d, %s, %s by bytes", seed, framing, PeerBytes.escape(stream))
                .isEqualTo(plain);
    }

    private static byte[] frames(Framing framing, Random random) {
        var out = new ByteArrayOutputStream();
        int count = random.nextInt(6);
        for (int i = 0; i < count; i++) {
            int most = Math.min(framing.maxPayload(), random.nextInt(10) == 0 ? 300 : 9);
            boolean empty = framing.zeroLength() != ZeroLength.CLOSE && random.nextInt(3) == 0;
            byte[] payload = anything(random, empty ? 0 : 1 + random.nextInt(most));
            out.writeBytes(Framings.frame(framing, payload));
            if (framing.lineBreaks() == LineBreaks.SKIP && random.nextInt(3) == 0) {
                out.writeBytes(Wire.bytes("\r\n\r\0".substring(random.nextInt(4))));
            }
        }
        if (random.nextBoolean()) {
            out.writeBytes(anything(random, random.nextInt(12)));
        }
        return out.toByteArray();
    }

    private static byte[] anything(Random random, int length) {
        var text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return Wire.bytes(text.toString());
    }
}
