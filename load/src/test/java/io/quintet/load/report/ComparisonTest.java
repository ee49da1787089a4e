package io.quintet.load.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.quintet.load.LoadResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ComparisonTest {
    @TempDir
    private Path scratch;

    @Test
    void whatIsTwiceAsFastIsFaster() throws IOException {
        List<String> lines = compare(noise(1, 200), noise(2, 100));

        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).startsWith("rate  faster, ");
        assertThat(lines.get(1)).startsWith("p50   faster, ").contains("by the Mann-Whitney U test)");
        assertThat(lines.get(2)).startsWith("p99   faster, ");
    }

    @Test
    void whatIsSlowerIsSlower() throws IOException {
        assertThat(compare(noise(1, 100), noise(2, 150))).allMatch(line -> line.contains("  slower, "));
    }

    @Test
    void noiseIsNoDifference() throws IOException {
        assertThat(compare(noise(3, 100), noise(4, 100))).allMatch(line -> line.contains("  no difference, "));
    }

    @Test
    void aRunIsNoDifferentFromItself() throws IOException {
        assertThat(compare(noise(5, 100), noise(5, 100)))
                .hasSize(3)
                .allMatch(line -> line.contains("  no difference, "));
    }

    @Test
    void whatOthersDisturbedIsNotTrusted() throws IOException {
        assertThat(compare(Results.starved(noise(1, 200), 0.4), noise(2, 100)))
                .endsWith("not to be trusted: others kept the load from a processor for 40 % of the time");
    }

    @Test
    void tooLittleTellsNothing() throws IOException {
        assertThat(compare(Results.ofMillis(1, 1), Results.ofMillis(2, 2)))
                .allMatch(line -> line.contains("cannot be told (expected: at least 8 intervals in both results)"));
    }

    @Test
    void whatIsNoResultIsRefused() throws IOException {
        Path other = Files.writeString(scratch.resolve("other"), "{\"answers\":1}");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Comparison.with(other))
                .withMessage(other + " (expected: a file that quintet bench --json has written)");
        assertThatIllegalArgumentException().isThrownBy(() -> Comparison.with(scratch.resolve("none")));
    }

    private List<String> compare(LoadResult before, LoadResult now) throws IOException {
        Path old = Files.writeString(scratch.resolve("old.json"), ResultJson.of(before));
        return Comparison.with(old).of(now);
    }

    private static LoadResult noise(long seed, long around) {
        SplittableRandom random = new SplittableRandom(seed);
        return Results.ofMillis(LongStream.range(0, 60)
                .map(i -> around + random.nextLong(-around / 10, around / 10))
                .toArray());
    }
}
