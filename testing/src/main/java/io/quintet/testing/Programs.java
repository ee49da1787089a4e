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
 * Programs of the machine that a test needs. A test whose program is not there is skipped, or fails where {@code
 * QUINTET_TEST_ALL_PROGRAMS} is set.
 */
public final class Programs {
    private static final boolean ALL = System.getenv("QUINTET_TEST_ALL_PROGRAMS") != null;

    private Programs() {}

    /** Goes on only where all of these are in {@code PATH}. */
    public static void require(String... names) {
        for (String name : names) {
            if (!isThere(name)) {
                missing(name + ": not found (expected: in PATH)");
            }
        }
    }

    /** Goes on only where {@code nc} is the one that can half-close. */
    public static void requireNetcat() {
        require("nc");
        if (!helpOf("nc").matches("(?s).*\\[-\\w*N.*")) {
            missing("nc: without -N (expected: OpenBSD's netcat)");
        }
    }

    private static void missing(String problem) {
        if (ALL) {
            fail(problem);
        }
        abort(problem);
    }

    private static boolean isThere(String name) {
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
