package io.quintet.cli.send;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;

/** Where typed lines are kept: {@code quintet/history} in the XDG state directory, for its owner's eyes only. */
final class HistoryFile {
    private HistoryFile() {}

    /** The file that the environment names. */
    static Path in(Map<String, String> environment) {
        Path state = Path.of(environment.getOrDefault("XDG_STATE_HOME", ""));
        // A relative path is to be ignored, as the XDG specification says.
        Path base = state.isAbsolute() ? state : home(environment).resolve(".local/state");
        return base.resolve("quintet/history");
    }

    /** Makes the file and its directories, unless they are there. */
    static void make(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent(), ownersOnly("rwx------"));
        if (Files.notExists(file)) {
            Files.createFile(file, ownersOnly("rw-------"));
        }
        if (!Files.isWritable(file)) {
            throw new IOException(file + " is not writable");
        }
    }

    private static Path home(Map<String, String> environment) {
        String home = environment.get("HOME");
        return Path.of(home == null || home.isEmpty() ? System.getProperty("user.home") : home);
    }

    private static FileAttribute<?>[] ownersOnly(String permissions) {
        if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            return new FileAttribute<?>[0];
        }
        return new FileAttribute<?>[] {
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
        };
    }
}
