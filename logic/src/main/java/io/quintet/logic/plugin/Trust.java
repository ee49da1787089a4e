package io.quintet.logic.plugin;

import io.quintet.logic.LogicException;
import io.quintet.logic.Printable;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;

/**
 * Whether a file or folder can be changed by us and root alone, or by who can change our own code anyway. Where the file
 * system knows no owners, that is not asked.
 */
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
        int owner = owner(path);
        if ((mode & WRITABLE_BY_OTHERS) != 0) {
            throw new LogicException(String.format(
                    "%s: %s has mode %03o (expected: writable by its owner alone: chmod go-w)",
                    what, Printable.text(path.toString()), mode & 0777));
        }
        if (owner != 0 && owner != ourUid() && !ownsOurCode(owner)) {
            throw new LogicException(what + ": " + Printable.text(path.toString()) + " belongs to user " + owner
                    + " (expected: user " + ourUid() + ", who runs this, or root)");
        }
    }

    /** Linux knows the process; elsewhere the home folder is taken to be ours. */
    private static int ourUid() throws IOException {
        return owner(Files.exists(OURSELVES) ? OURSELVES : Path.of(System.getProperty("user.home")));
    }

    /** As where one user installs what another one runs. */
    private static boolean ownsOurCode(int owner) throws IOException {
        CodeSource source = Trust.class.getProtectionDomain().getCodeSource();
        try {
            return source != null && owner == owner(Path.of(source.getLocation().toURI()));
        } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
            return false;
        }
    }

    private static int owner(Path path) throws IOException {
        return (Integer) Files.getAttribute(path, "unix:uid");
    }
}
