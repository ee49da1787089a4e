package io.quintet.load;

import io.quintet.protocol.Framing;
import io.quintet.protocol.HeaderForm;
import io.quintet.protocol.ZeroLength;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is sent: {@code 32} for random payloads of that size, {@code 16..2048} for sizes in between, {@code @FILE} for its lines. */
public final class Payloads {
    private static final Pattern SIZES = Pattern.compile("(\\d{1,9})(?:\\.\\.(\\d{1,9}))?");
    private static final String EXPECTED =
            "a size such as 32, a range such as 16..2048, or @FILE with a payload a line";

    /** Different payloads there should be, unless they are large. */
    private static final int ENOUGH = 64;

    private static final long MOST_BYTES = 8 << 20;

    private final Framing framing;
    private final SplittableRandom random;

    private Payloads(Framing framing, long seed) {
        this.framing = framing;
        this.random = new SplittableRandom(seed);
    }

    /**
     * Reads the notation.
     *
     * @param seed of what is random: the same seed makes the same payloads
     * @throws LoadException for what is no notation, or cannot be sent in this framing
     */
    public static List<byte[]> of(String text, Framing framing, long seed) {
        var payloads = new Payloads(framing, seed);
        List<byte[]> made = text.startsWith("@") ? fromFile(text) : payloads.random(text);
        made.forEach(payload -> payloads.require(text, payload));
        return made;
    }

    private List<byte[]> random(String text) {
        Matcher sizes = SIZES.matcher(text);
        if (!sizes.matches()) {
            throw wrong(text, EXPECTED);
        }
        int least = Integer.parseInt(sizes.group(1));
        int most = sizes.group(2) == null ? least : Integer.parseInt(sizes.group(2));
        if (most < least || most > framing.maxPayload()) {
            throw wrong(text, "sizes up to " + framing.maxPayload() + ", the smaller one first");
        }
        long room = Math.max(2, 2 * MOST_BYTES / (1L + least + most));
        int count = (int) Math.min(least == most ? ENOUGH : 8 * ENOUGH, room);
        List<byte[]> made = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            made.add(random(random.nextInt(least, most + 1)));
        }
        return made;
    }

    /** Any bytes, but where a line break ends the payload. */
    private byte[] random(int size) {
        byte[] payload = new byte[size];
        boolean printable = framing.header() instanceof HeaderForm.Line;
        for (int i = 0; i < size; i++) {
            payload[i] = (byte) (printable ? random.nextInt('!', '~' + 1) : random.nextInt(256));
        }
        return payload;
    }

    private static List<byte[]> fromFile(String text) {
        try {
            List<byte[]> lines = Files.readString(Path.of(text.substring(1)), StandardCharsets.ISO_8859_1)
                    .lines()
                    .map(line -> line.getBytes(StandardCharsets.ISO_8859_1))
                    .toList();
            if (lines.isEmpty()) {
                throw wrong(text, "a file with a payload a line");
            }
            return lines;
        } catch (IOException | RuntimeException e) {
            throw e instanceof LoadException own ? own : wrong(text, "a file that can be read");
        }
    }

    private void require(String text, byte[] payload) {
        boolean empty = payload.length == 0;
        if (empty && (framing.zeroLength() != ZeroLength.DELIVER || framing.header() instanceof HeaderForm.Raw)) {
            throw wrong(text, "at least 1 byte a payload, unless the framing has zero=deliver");
        }
        if (payload.length > framing.maxPayload()) {
            throw wrong(text, "payloads of at most " + framing.maxPayload() + " bytes with " + framing);
        }
    }

    private static LoadException wrong(String text, String expected) {
        return LoadException.usage("payload: " + text + " (expected: " + expected + ")");
    }
}
