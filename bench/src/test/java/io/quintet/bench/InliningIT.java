package io.quintet.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The shape of the machine code for a frame: the methods that it passes are small enough to become part of their callers. */
class InliningIT {
    private static final List<String> LEAVES = List.of(
            "AsciiScanner::measure", "InPlacePath::echo", "Payload::pointAt", "Payload::longAt", "Payload::setLong");
    private static final List<String> BRANCHES = List.of("FrameScanner::next", "InPlacePath::answer");
    private static final Pattern INLINED =
            Pattern.compile("(\\w+::\\w+) \\(\\d+ bytes\\) +(inline \\(hot\\)|accessor)");
    private static final Pattern TOO_LARGE = Pattern.compile(
            "(\\w+::\\w+) \\(\\d+ bytes\\) +(failed to inline: )?(hot method )?(too big|callee is too large)");

    private static final String JMH_FLAGS = "-foe true -f 0 -wi 0 -i 1 -r 3 -p frames=64 -p shape=in-place";

    private static String compilations = "";

    /** What the compiler says it did; only the optimizing one, since the other has limits of its own. */
    @BeforeAll
    static void answerFrames() throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:-TieredCompilation",
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:+PrintInlining",
                "-cp",
                System.getProperty("java.class.path"),
                "org.openjdk.jmh.Main",
                ConnectionBenchmark.class.getSimpleName()));
        command.addAll(List.of(JMH_FLAGS.split(" ")));
        Process java = new ProcessBuilder(command).redirectErrorStream(true).start();
        compilations = new String(java.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }

    private static List<String> methods(Pattern pattern) {
        return pattern.matcher(compilations)
                .results()
                .map((MatchResult match) -> match.group(1))
                .distinct()
                .toList();
    }

    @Test
    void theLeavesOfAFramesWayAreInlined() {
        assertThat(methods(INLINED)).containsAll(LEAVES);
    }

    @Test
    void nothingOnAFramesWayIsTooLargeToBeInlined() {
        assertThat(methods(TOO_LARGE)).doesNotContainAnyElementsOf(LEAVES).doesNotContainAnyElementsOf(BRANCHES);
    }
}
