package io.quintet.cli;

import io.quintet.config.Setting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The file that tells scripts where the server listens: it is there, and whole, while the server can be reached. */
final class PortFile {
    private final String key;
    private final Path path;

    private PortFile(String key, Path path) {
        this.key = key;
        this.path = path;
    }

    /**
     * From the value of {@code setting} to the file. That it can be written is made sure of before anything is served; where
     * it cannot, {@link IllegalArgumentException} says so.
     */
    static Function<String, PortFile> of(Setting<String> setting) {
        return text -> at(setting.key(), text);
    }

    private static PortFile at(String key, String text) {
        try {
            PortFile file = new PortFile(key, Path.of(text).toAbsolutePath());
            file.problem().ifPresent(problem -> refuse(key, text, problem));
            return file;
        } catch (InvalidPathException e) {
            throw new IllegalArgumentException(key + ": not a path (expected: a path)", e);
        }
    }

    /** Writes one address a line. */
    void publish(List<String> addresses) {
        try {
            write(addresses);
        } catch (IOException e) {
            throw refused(e);
        }
    }

    /** Takes the file away, which is nobody's address any more. */
    void remove() {
        try {
            if (!isWrittenInPlace()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw refused(e);
        }
    }

    private CommandException refused(IOException why) {
        String message = key + ": " + path + " (expected: a file that can be written; " + why.getMessage() + ")";
        return new CommandException(ExitCode.CONFIGURATION, message, why);
    }

    private void write(List<String> addresses) throws IOException {
        if (isWrittenInPlace()) {
            Files.write(path, addresses);
            return;
        }
        Path whole = temporary();
        try {
            Files.write(whole, addresses);
            Files.move(whole, path, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(whole);
        }
    }

    /** A pipe, a device or a link, such as {@code /dev/stdout}, must not be replaced by a file. */
    private boolean isWrittenInPlace() {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
    }

    private Optional<String> problem() {
        Path folder = path.getParent();
        if (Files.isDirectory(path)) {
            return Optional.of("a file, not a folder");
        }
        if (Files.exists(path) && !Files.isWritable(path)) {
            return Optional.of("a file that may be written");
        }
        if (folder == null || !Files.isDirectory(folder)) {
            return Optional.of("a file in a folder that exists");
        }
        return isWrittenInPlace() ? Optional.empty() : problemOfTemporary();
    }

    /** Only trying tells: permissions say nothing of a read-only file system. */
    private Optional<String> problemOfTemporary() {
        try {
            Files.delete(temporary());
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("a file in a folder that may be written");
        }
    }

    private Path temporary() throws IOException {
        Path folder = path.resolveSibling(".");
        Path temporary = folder.resolve(
                "." + path.getFileName() + "." + ProcessHandle.current().pid());
        Files.deleteIfExists(temporary);
        return Files.createFile(temporary);
    }

    private static void refuse(String key, String text, String expected) {
        throw new IllegalArgumentException(key + ": " + text + " (expected: " + expected + ")");
    }
}
