package io.quintet.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A fuzz target without a fuzzer: the inputs that are kept for it, then random changes of them. The kept ones are where
 * Jazzer looks for them, too: {@code FooFuzzTestInputs/target} in the test's resources.
 */
public final class PlainFuzzing {
    private static final int RUNS = Integer.getInteger("quintet.fuzz.runs", 1000);
    private static final int MOST_CHANGES = 5;
    private static final int MOST_ADDED = 24;

    private final Random random;
    private final List<byte[]> kept;

    private PlainFuzzing(Random random, List<byte[]> kept) {
        this.random = random;
        this.kept = kept;
    }

    /** Gives {@code target} every kept input and as many changed ones as {@code quintet.fuzz.runs} says. */
    public static void run(Class<?> test, String name, Consumer<byte[]> target) {
        long seed = Long.getLong("quintet.fuzz.seed", System.nanoTime());
        List<byte[]> kept = kept(test, name);
        kept.forEach(input -> check(input, target, "kept"));
        PlainFuzzing fuzzing = new PlainFuzzing(new Random(seed), kept);
        for (int i = 0; i < RUNS; i++) {
            check(fuzzing.changed(), target, "quintet.fuzz.seed " + seed + ", input " + i);
        }
    }

    private static void check(byte[] input, Consumer<byte[]> target, String origin) {
        try {
            target.accept(input);
        } catch (Throwable failure) {
            throw new AssertionError(origin + ", bytes " + HexFormat.of().formatHex(input), failure);
        }
    }

    private static List<byte[]> kept(Class<?> test, String name) {
        Path folder = Path.of("src/test/resources")
                .resolve(test.getPackageName().replace('.', '/'))
                .resolve(test.getSimpleName() + "Inputs")
                .resolve(name);
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().map(PlainFuzzing::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private byte[] changed() {
        byte[] input = anyKept();
        int changes = 1 + random.nextInt(MOST_CHANGES);
        for (int i = 0; i < changes; i++) {
            input = change(input, random.nextInt(input.length + 1));
        }
        return input;
    }

    private byte[] anyKept() {
        return kept.get(random.nextInt(kept.size()));
    }

    private byte[] change(byte[] input, int at) {
        return switch (random.nextInt(6)) {
            case 0 -> replaced(input, at, at, randomBytes());
            case 1 -> replaced(input, at, Math.min(input.length, at + 1), new byte[] {(byte) random.nextInt(256)});
            case 2 -> replaced(input, at, Math.min(input.length, at + random.nextInt(MOST_ADDED)), new byte[0]);
            case 3 -> replaced(input, at, input.length, end(anyKept()));
            case 4 -> replaced(input, at, at, Arrays.copyOfRange(input, random.nextInt(at + 1), at));
            default -> replaced(input, at, at, end(input));
        };
    }

    private byte[] randomBytes() {
        byte[] bytes = new byte[random.nextInt(MOST_ADDED)];
        random.nextBytes(bytes);
        return bytes;
    }

    private byte[] end(byte[] bytes) {
        return Arrays.copyOfRange(bytes, random.nextInt(bytes.length + 1), bytes.length);
    }

    private static byte[] replaced(byte[] bytes, int from, int to, byte[] by) {
        byte[] all = Arrays.copyOf(bytes, from + by.length + bytes.length - to);
        System.arraycopy(by, 0, all, from, by.length);
        System.arraycopy(bytes, to, all, from + by.length, bytes.length - to);
        return all;
    }
}
