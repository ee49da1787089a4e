package io.quintet.cli;

import io.quintet.logic.Printable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A small Maven project of a plugin with one logic. It is compiled against the distribution's own jar, so that the build
 * needs no copy of it anywhere.
 *
 * @param packageName of its classes
 * @param logic the logic's name
 * @param home the distribution's
 * @param version the distribution's
 */
record PluginProject(String packageName, String logic, Path home, String version) {
    /** Writes it into an empty or a new folder, and tells the files. */
    List<Path> write(Path folder) throws IOException {
        requireEmpty(folder);
        String sources = "java/" + packageName.replace('.', '/') + "/" + className();
        Map<String, String> files = new LinkedHashMap<>();
        files.put("pom.xml", "pom.xml");
        files.put("README.md", "README.md");
        files.put(".gitignore", "gitignore");
        files.put("src/main/" + sources + ".java", "Plugin.java");
        files.put("src/main/resources/META-INF/services/io.quintet.logic.LogicProvider", "services");
        files.put("src/test/" + sources + "Test.java", "PluginTest.java");
        List<Path> written = new ArrayList<>();
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(Objects.requireNonNull(path.getParent()));
            written.add(Files.writeString(path, text(file.getValue())));
        }
        return written;
    }

    private static void requireEmpty(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                if (files.findAny().isEmpty()) {
                    return;
                }
            }
        }
        throw new CommandException(
                ExitCode.FAILURE,
                "DIR: " + Printable.word(folder.toString())
                        + " (expected: an empty folder, or one that does not exist)");
    }

    /** {@code upside-down} is {@code UpsideDownPlugin}. */
    private String className() {
        return Stream.of(logic.split("-", -1))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining("", "", "Plugin"));
    }

    private String text(String template) throws IOException {
        try (InputStream in = PluginProject.class.getResourceAsStream("project/" + template)) {
            return new String(Objects.requireNonNull(in, template).readAllBytes(), StandardCharsets.UTF_8)
                    .replace("{{package}}", packageName)
                    .replace("{{class}}", className())
                    .replace("{{logic}}", logic)
                    .replace("{{version}}", version)
                    .replace("{{home}}", inXml(home.toString()));
        }
    }

    private static String inXml(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
