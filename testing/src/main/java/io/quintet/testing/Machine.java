package io.quintet.testing;

import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What a test needs of the machine. A test whose needs are not met is skipped; where {@code STRICT_TESTS} is set, it
 * fails. The variable's name is none of the command's own, which refuses those that it does not know.
 */
public final class Machine {
    private static final boolean STRICT = System.getenv("STRICT_TESTS") != null;

    private Machine() {}

    /** Ends the test, which cannot be done here. */
    public static void lacks(String problem) {
        if (STRICT) {
            fail(problem + ", and STRICT_TESTS is set");
        }
        abort(problem);
    }

    /** Goes on only where the machine has what {@code problem} says that it lacks. */
    public static void has(boolean there, String problem) {
        if (!there) {
            lacks(problem);
        }
    }

    /** Goes on only where all of these programs are in {@code PATH}. */
    public static void hasPrograms(String... names) {
        for (String name : names) {
            has(isInPath(name), name + ": not found (expected: in PATH)");
        }
    }

    /** Goes on only where {@code nc} is the one that can half-close. */
    public static void hasNetcat() {
        hasPrograms("nc");
        has(helpOf("nc").matches("(?s).*\\[-\\w*N.*"), "nc: without -N (expected: OpenBSD's netcat)");
    }

    private static boolean isInPath(String name) {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
    }

    private static String helpOf(String name) {
        try {
            Process process =
                    new ProcessBuilder(name, "-h").redirectErrorStream(true).start();
            process.getOutputStream().close();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
