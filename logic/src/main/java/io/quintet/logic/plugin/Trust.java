package io.quintet.logic.plugin;

import io.quintet.logic.LogicException;
import io.quintet.logic.Printable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether a file or folder can be changed by us and root alone. Where the file system knows no owners, that is not asked. */
final class Trust {
    private static final int WRITABLE_BY_OTHERS = 0022;
    private static final Path OURSELVES = Path.of("/proc/self");

    private Trust() {}

    /** Refuses {@code path}, or what it links to. */
    static void check(String what, Path path) throws IOException {
        if (!path.getFileSystem().supportedFileAttributeViews().contains("unix")) {
            return;
        }
        int mode = (Integer) Files.getAttribute(path, "unix:mode");
        int owner = (Integer) Files.getAttribute(path, "unix:uid");
        if ((mode & WRITABLE_BY_OTHERS) != 0) {
            throw new LogicException(String.format(
                    "%s: %s has mode %03o (expected: writable by its owner alone: chmod go-w)",
                    what, Printable.text(path.toString()), mode & 0777));
        }
        if (owner != 0 && owner != ourUid()) {
            throw new LogicException(what + ": " + Printable.text(path.toString()) + " belongs to user " + owner
                    + " (expected: user " + ourUid() + ", who runs this, or root)");
        }
    }

    /** Linux knows the process; elsewhere the home folder is taken to be ours. */
    private static int ourUid() throws IOException {
        Path ours = Files.exists(OURSELVES) ? OURSELVES : Path.of(System.getProperty("user.home"));
        return (Integer) Files.getAttribute(ours, "unix:uid");
    }
}
