package io.quintet.logic.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.logic.LogicCatalog;
import io.quintet.logic.testing.LogicTester;
import io.quintet.testing.DocumentSnippets;
import io.quintet.testing.PluginJar;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code docs/plugins.md} shows is what works. */
final class PluginsDocumentTest {
    private final Map<String, String> sources = DocumentSnippets.of(Path.of("..", "docs", "plugins.md"));

    @TempDir
    Path folder;

    @Test
    void everySnippetIsWhole() {
        assertThat(sources).containsKeys("demo.Shout", "demo.Shapes", "demo.DemoTest");
    }

    @Test
    void theFirstPluginIsServedAsShown() throws IOException {
        new PluginJar().sources(sources).providers("demo.Shout", "demo.Repeat").writeTo(folder.resolve("shout.jar"));

        LogicCatalog catalog = new PluginLoader(folder).load().addTo(LogicCatalog.ofClassPath());

        assertThat(LogicTester.of(catalog.create("shout")).answer("hello")).isEqualTo("HELLO!");
        assertThat(LogicTester.of(catalog.create("repeat:3,separator=-")).answer("a"))
                .isEqualTo("a-a-a");
    }

    @Test
    void theTestsShownPass() throws ReflectiveOperationException, IOException {
        Class<?> test = DocumentSnippets.load(sources).loadClass("demo.DemoTest");
        Constructor<?> constructor = test.getDeclaredConstructor();
        constructor.setAccessible(true);

        for (Method method : test.getDeclaredMethods()) {
            if (method.isAnnotationPresent(Test.class)) {
                method.setAccessible(true);
                method.invoke(constructor.newInstance());
            }
        }
    }
}
