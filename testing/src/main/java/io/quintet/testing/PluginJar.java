package io.quintet.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/** A plugin's jar, made from sources as a stranger would make it. */
public final class PluginJar {
    private static final String SERVICES = "META-INF/services/io.quintet.logic.LogicProvider";

    private final Map<String, byte[]> entries = new LinkedHashMap<>();

    /** With nothing in it. */
    public PluginJar() {}

    /** A provider {@code demo.Demo} of the logic {@code name}, which answers the request and {@code suffix}. */
    public static PluginJar answering(String name, String suffix) {
        return new PluginJar()
                .sources(Map.of("demo.Demo", provider("Demo", name, "request -> request + \"" + suffix + "\"")))
                .providers("demo.Demo");
    }

    /** The source of a provider whose logic maps text to text by {@code lambda}. */
    public static String provider(String simpleName, String logic, String lambda) {
        return """
                package demo;

                import io.quintet.logic.Arguments;
                import io.quintet.logic.Logic;
                import io.quintet.logic.LogicProvider;
                import io.quintet.logic.Logics;

                public final class %s implements LogicProvider {
                    public String name() {
                        return "%s";
                    }

                    public String description() {
                        return "for a test";
                    }

                    public Logic create(Arguments arguments) {
                        return Logics.text(%s);
                    }
                }
                """.formatted(simpleName, logic, lambda);
    }

    /** Adds the classes that these sources, by class name, are compiled to. */
    public PluginJar sources(Map<String, String> sourceByClassName) {
        entries.putAll(JavaSources.compile(sourceByClassName));
        return this;
    }

    /** Says which classes are providers. */
    public PluginJar providers(String... classNames) {
        return with(SERVICES, String.join("\n", classNames));
    }

    /** Adds a file. */
    public PluginJar with(String entry, String text) {
        entries.put(entry, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Adds a file. */
    public PluginJar with(String entry, byte[] bytes) {
        entries.put(entry, bytes);
        return this;
    }

    /** Takes a file away. */
    public PluginJar without(String entry) {
        entries.remove(entry);
        return this;
    }

    /** Adds a manifest with these lines. */
    public PluginJar manifest(String... lines) {
        return with("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\n" + String.join("\n", lines) + "\n\n");
    }

    /** The jar. */
    public byte[] bytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream jar = new JarOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                jar.putNextEntry(new JarEntry(entry.getKey()));
                jar.write(entry.getValue());
                jar.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    /** Writes the jar, as {@link #write} does. */
    public Path writeTo(Path file) throws IOException {
        return write(bytes(), file);
    }

    /** As an installer would: written aside, then moved into place. */
    public static Path write(byte[] bytes, Path file) throws IOException {
        Path aside = Files.write(file.resolveSibling(file.getFileName() + ".part"), bytes);
        Files.setPosixFilePermissions(aside, PosixFilePermissions.fromString("rw-r--r--"));
        return Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
