package io.quintet.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Which of the standard streams are a terminal. */
record Terminals(boolean in, boolean out, boolean err) {
    /** None: for tests and pipes. */
    static final Terminals NONE = new Terminals(false, false, false);

    /** The process's own. */
    static Terminals ofProcess() {
        return new Terminals(isTerminal(0), isTerminal(1), isTerminal(2));
    }

    /** The JDK only tells of all streams together; the kernel names what each is connected to, where it has a {@code /proc}. */
    private static boolean isTerminal(int descriptor) {
        try {
            String target = Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor))
                    .toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }
}
