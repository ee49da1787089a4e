package io.quintet.logic.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.logic.Logic;
import io.quintet.logic.LogicCatalog;
import io.quintet.logic.testing.LogicTester;
import io.quintet.testing.PluginJar;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PluginReloadTest {
    @TempDir
    Path folder;

    private PluginLoader loader;

    @BeforeEach
    void createLoader() {
        loader = new PluginLoader(folder);
    }

    @Test
    void aChangedJarGivesNewLogicsWhileTheOldGoOn() throws IOException {
        PluginJar.answering("demo", "-old").writeTo(folder.resolve("demo.jar"));
        Plugins first = loader.load();
        Logic old = create(first);
        PluginJar.answering("demo", "-new").writeTo(folder.resolve("demo.jar"));

        Plugins second = loader.reload(first);

        assertThat(LogicTester.of(create(second)).answer("abc")).isEqualTo("abc-new");
        assertThat(LogicTester.of(old).answer("abc")).isEqualTo("abc-old");
    }

    @Test
    void anUnchangedJarIsNotLoadedAgain() throws IOException {
        PluginJar.answering("demo", "").writeTo(folder.resolve("demo.jar"));
        Plugins first = loader.load();

        assertThat(loader.reload(first).loaded().get(0)).isSameAs(first.loaded().get(0));
    }

    @Test
    void aJarThatFailsToLoadKeepsTheOldOne() throws IOException {
        PluginJar.answering("demo", "-old").writeTo(folder.resolve("demo.jar"));
        Plugins first = loader.load();
        PluginJar.write("half".getBytes(StandardCharsets.UTF_8), folder.resolve("demo.jar"));

        Plugins second = loader.reload(first);

        assertThat(second.problems())
                .containsExactly("plugin demo.jar: 0 entries (expected: a whole jar); the one loaded before stays");
        assertThat(LogicTester.of(create(second)).answer("abc")).isEqualTo("abc-old");
    }

    @Test
    void aJarThatIsGoneIsGone() throws IOException {
        Path jar = PluginJar.answering("demo", "").writeTo(folder.resolve("demo.jar"));
        Plugins first = loader.load();
        Files.delete(jar);

        assertThat(loader.reload(first)).isEqualTo(Plugins.NONE);
    }

    @Test
    void theOldOneFindsClassesItNeedsLaterThoughTheFileIsOverwrittenInPlace() throws IOException {
        String late = "package demo; final class Late { static String of(String text) { return text + \"-late\"; } }";
        Path jar = new PluginJar()
                .sources(Map.of(
                        "demo.Demo",
                        PluginJar.provider("Demo", "demo", "request -> Late.of(request)"),
                        "demo.Late",
                        late))
                .providers("demo.Demo")
                .writeTo(folder.resolve("demo.jar"));
        Logic old = create(loader.load());

        Files.write(jar, new byte[100]);

        assertThat(LogicTester.of(old).answer("abc")).isEqualTo("abc-late");
    }

    @Test
    void classLoadersAreCollectedOnceNobodyRefersToThem() throws IOException {
        PluginJar.answering("demo", "-old").writeTo(folder.resolve("demo.jar"));
        Plugins current = loader.load();
        WeakReference<ClassLoader> old = useAndForget(current);
        PluginJar.answering("demo", "-new").writeTo(folder.resolve("demo.jar"));

        current = loader.reload(current);

        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
            System.gc();
            return old.get() == null;
        });
        assertThat(LogicTester.of(create(current)).answer("abc")).isEqualTo("abc-new");
    }

    private static WeakReference<ClassLoader> useAndForget(Plugins plugins) {
        assertThat(LogicTester.of(create(plugins)).answer("abc")).isEqualTo("abc-old");
        return new WeakReference<>(
                plugins.loaded().get(0).entries().get(0).provider().getClass().getClassLoader());
    }

    private static Logic create(Plugins plugins) {
        return plugins.addTo(LogicCatalog.ofClassPath()).create("demo");
    }
}
