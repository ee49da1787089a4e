package io.quintet.cli;

import static io.quintet.cli.Launching.LAUNCHER;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/** What the command runs with; there may be more in {@code lib}, which an earlier build has left there. */
final class ShippedJars {
    private ShippedJars() {}

    /** The jars beside the command's own. */
    static List<Path> libraries() throws IOException {
        Path own = own();
        try (JarFile jar = new JarFile(own.toFile())) {
            String path = jar.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            return Stream.of(path.split(" ", -1)).map(own::resolveSibling).toList();
        }
    }

    /** The jar that has the command. */
    static Path own() throws IOException {
        try (Stream<Path> files = Files.list(LAUNCHER.resolveSibling("../lib"))) {
            return files.filter(file -> file.getFileName().toString().startsWith("quintet-cli-"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
