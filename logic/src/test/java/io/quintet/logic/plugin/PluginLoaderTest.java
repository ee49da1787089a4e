package io.quintet.logic.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quintet.logic.Logic;
import io.quintet.logic.LogicCatalog;
import io.quintet.logic.LogicException;
import io.quintet.logic.testing.LogicTester;
import io.quintet.testing.JavaSources;
import io.quintet.testing.PluginJar;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PluginLoaderTest {
    @TempDir
    Path folder;

    private PluginLoader loader;

    @BeforeEach
    void createLoader() {
        loader = new PluginLoader(folder);
    }

    @Test
    void servesTheLogicOfAStrangersJar() throws IOException {
        PluginJar.answering("demo", "!").writeTo(folder.resolve("demo.jar"));

        LogicCatalog catalog = loader.load().addTo(LogicCatalog.ofClassPath());

        assertThat(catalog.find("demo")).map(LogicCatalog.Entry::origin).contains("demo.jar");
        assertThat(answer(catalog, "demo")).isEqualTo("abc!");
        assertThat(answer(catalog, "reverse")).isEqualTo("cba");
    }

    @Test
    void tellsNameVersionAndDigest() throws IOException {
        PluginJar.answering("a", "")
                .manifest("Implementation-Title: Upside down", "Implementation-Version: 1.2")
                .writeTo(folder.resolve("a.jar"));
        PluginJar.answering("b", "").writeTo(folder.resolve("b.jar"));

        Plugins plugins = loader.load();

        assertThat(plugins.loaded()).extracting(Plugin::name).containsExactly("Upside down", "b");
        assertThat(plugins.loaded().get(0).describe()).matches("Upside down 1\\.2 \\(a\\.jar, sha256 [0-9a-f]{64}\\)");
        assertThat(plugins.loaded().get(1).describe()).matches("b \\(b\\.jar, sha256 [0-9a-f]{64}\\)");
    }

    @Test
    void twoJarsMayHaveClassesOfTheSameName() throws IOException {
        PluginJar.answering("a", "-a").writeTo(folder.resolve("a.jar"));
        PluginJar.answering("b", "-b").writeTo(folder.resolve("b.jar"));

        LogicCatalog catalog = loader.load().addTo(LogicCatalog.ofClassPath());

        assertThat(answer(catalog, "a")).isEqualTo("abc-a");
        assertThat(answer(catalog, "b")).isEqualTo("abc-b");
    }

    @Test
    void oneNameInTwoJarsIsRefusedNamingBoth() throws IOException {
        PluginJar.answering("demo", "1").writeTo(folder.resolve("a.jar"));
        PluginJar.answering("demo", "2").writeTo(folder.resolve("b.jar"));

        assertThatExceptionOfType(LogicException.class)
                .isThrownBy(() -> loader.load().addTo(LogicCatalog.ofClassPath()))
                .withMessage("logic: demo (expected: provided once, not by a.jar and b.jar)");
    }

    @Test
    void brokenJarsAreProblemsAndStopNoOther() throws IOException {
        byte[] whole = PluginJar.answering("cut", "").bytes();
        PluginJar.write("no zip".getBytes(StandardCharsets.UTF_8), folder.resolve("a.jar"));
        PluginJar.write(Arrays.copyOf(whole, whole.length - 30), folder.resolve("b.jar"));
        PluginJar.answering("c", "").providers("demo.Gone").writeTo(folder.resolve("c.jar"));
        new PluginJar().with("x", "y").writeTo(folder.resolve("d.jar"));
        PluginJar.answering("Bad Name", "").writeTo(folder.resolve("e.jar"));
        PluginJar.answering("f", "")
                .with("demo/Demo.class", new byte[] {1, 2, 3})
                .writeTo(folder.resolve("f.jar"));
        PluginJar.answering("good", "!").writeTo(folder.resolve("z.jar"));

        Plugins plugins = loader.load();

        LogicCatalog catalog = plugins.addTo(LogicCatalog.ofClassPath());
        assertThat(answer(catalog, "good")).isEqualTo("abc!");
        assertThat(plugins.problems())
                .hasSize(6)
                .allSatisfy(
                        problem -> assertThat(problem).matches("(plugin [a-f]|logic of e)\\.jar: .*\\(expected: .*\\)"))
                .startsWith(
                        "plugin a.jar: 0 entries (expected: a whole jar)",
                        "plugin b.jar: 2 entries (expected: a whole jar)");
        assertThat(plugins.problems().get(2)).contains("demo.Gone");
        assertThat(plugins.problems().get(3)).startsWith("plugin d.jar: no logic (expected: META-INF/services/");
        assertThatExceptionOfType(LogicException.class)
                .isThrownBy(() -> catalog.create("cut"))
                .withMessageContaining("; not loaded: plugin a.jar: 0 entries");
    }

    @Test
    void aPluginSeesTheExtensionPointAndTheJdkAlone() throws IOException {
        String lambda = "demo.Seen::of";
        String seen = """
                package demo;

                public final class Seen {
                    public static String of(String name) {
                        try {
                            return Class.forName(name).getSimpleName();
                        } catch (ClassNotFoundException e) {
                            return "none";
                        }
                    }
                }
                """;
        new PluginJar()
                .sources(Map.of("demo.Demo", PluginJar.provider("Demo", "sees", lambda), "demo.Seen", seen))
                .providers("demo.Demo")
                .writeTo(folder.resolve("sees.jar"));

        LogicTester tester =
                LogicTester.of(loader.load().addTo(LogicCatalog.ofClassPath()).create("sees"));

        assertThat(tester.answer("io.quintet.logic.Reply")).isEqualTo("Reply");
        assertThat(tester.answer("io.quintet.logic.Connection$PushResult")).isEqualTo("PushResult");
        assertThat(tester.answer("java.sql.Driver")).isEqualTo("Driver");
        assertThat(tester.answer("io.quintet.logic.builtin.Echo")).isEqualTo("none");
        assertThat(tester.answer("io.quintet.logic.plugin.Plugin")).isEqualTo("none");
        assertThat(tester.answer("org.junit.jupiter.api.Test")).isEqualTo("none");
    }

    @Test
    void aPluginsOwnVersionOfALibraryComesFirst() throws IOException {
        String own =
                "package org.assertj.core.api; public final class Assertions { public static String own() { return \"own\"; } }";
        new PluginJar()
                .sources(Map.of(
                        "demo.Demo",
                        PluginJar.provider("Demo", "own", "request -> org.assertj.core.api.Assertions.own()"),
                        "org.assertj.core.api.Assertions",
                        own))
                .providers("demo.Demo")
                .writeTo(folder.resolve("own.jar"));

        assertThat(answer(loader.load().addTo(LogicCatalog.ofClassPath()), "own"))
                .isEqualTo("own");
    }

    @Test
    void aPluginReadsItsOwnResources() throws IOException {
        String read = """
                request -> {
                    try (var in = Demo.class.getResourceAsStream("/names/" + request + ".txt")) {
                        return in == null ? "none" : new String(in.readAllBytes());
                    } catch (java.io.IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                }""";
        new PluginJar()
                .sources(Map.of("demo.Demo", PluginJar.provider("Demo", "names", read)))
                .providers("demo.Demo")
                .with("names/a b#c?.txt", "found")
                .writeTo(folder.resolve("names.jar"));

        LogicTester tester =
                LogicTester.of(loader.load().addTo(LogicCatalog.ofClassPath()).create("names"));

        assertThat(tester.answer("a b#c?")).isEqualTo("found");
        assertThat(tester.answer("other")).isEqualTo("none");
    }

    @Test
    void aMultiReleaseJarGivesTheClassesForThisJava() throws IOException {
        Map<String, byte[]> newer = JavaSources.compile(
                Map.of("demo.Demo", PluginJar.provider("Demo", "demo", "request -> \"for 9 and newer\"")));
        PluginJar.answering("demo", "for 8")
                .manifest("Multi-Release: true")
                .with("META-INF/versions/9/demo/Demo.class", newer.get("demo/Demo.class"))
                .writeTo(folder.resolve("demo.jar"));

        assertThat(answer(loader.load().addTo(LogicCatalog.ofClassPath()), "demo"))
                .isEqualTo("for 9 and newer");
    }

    @Test
    void aFolderThatIsNoneIsRefused() {
        assertThatExceptionOfType(LogicException.class)
                .isThrownBy(() -> new PluginLoader(folder.resolve("gone")).load())
                .withMessage("plugins: " + folder.resolve("gone") + " (expected: a folder that can be read)");
    }

    @Test
    void otherFilesAreLeftAlone() throws IOException {
        Files.writeString(folder.resolve("README.txt"), "hello");

        assertThat(loader.load()).isEqualTo(Plugins.NONE);
    }

    private static String answer(LogicCatalog catalog, String expression) {
        try (Logic logic = catalog.create(expression)) {
            return LogicTester.of(logic).answer("abc");
        }
    }
}
