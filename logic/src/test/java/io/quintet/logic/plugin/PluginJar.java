package io.quintet.logic.plugin;

import io.quintet.testing.JavaSources;
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
final class PluginJar {
    private static final String SERVICES = "META-INF/services/io.quintet.logic.LogicProvider";

    private final Map<String, byte[]> entries = new LinkedHashMap<>();

    /** A provider {@code demo.Demo} of the logic {@code name}, which answers the request and {@code suffix}. */
    static PluginJar answering(String name, String suffix) {
        return new PluginJar()
                .sources(Map.of("demo.Demo", provider("Demo", name, "request -> request + \"" + suffix + "\"")))
                .providers("demo.Demo");
    }

    /** The source of a provider whose logic maps text to text by {@code lambda}. */
    static String provider(String simpleName, String logic, String lambda) {
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

    PluginJar sources(Map<String, String> sourceByClassName) {
        entries.putAll(JavaSources.compile(sourceByClassName));
        return this;
    }

    PluginJar providers(String... classNames) {
        return with(SERVICES, String.join("\n", classNames));
    }

    PluginJar with(String entry, String text) {
        entries.put(entry, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    PluginJar with(String entry, byte[] bytes) {
        entries.put(entry, bytes);
        return this;
    }

    PluginJar without(String entry) {
        entries.remove(entry);
        return this;
    }

    PluginJar manifest(String... lines) {
        return with("META-INF/MANIFEST.MF", "Manifest-Version: 1.0\n" + String.join("\n", lines) + "\n\n");
    }

    byte[] bytes() throws IOException {
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

    Path writeTo(Path file) throws IOException {
        return write(bytes(), file);
    }

    /** As an installer would: written aside, then moved into place. */
    static Path write(byte[] bytes, Path file) throws IOException {
        Path aside = Files.write(file.resolveSibling(file.getFileName() + ".part"), bytes);
        Files.setPosixFilePermissions(aside, PosixFilePermissions.fromString("rw-r--r--"));
        return Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
