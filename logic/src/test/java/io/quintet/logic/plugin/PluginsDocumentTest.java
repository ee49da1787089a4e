package io.quintet.logic.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.logic.LogicCatalog;
import io.quintet.logic.testing.LogicTester;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code docs/plugins.md} shows is what works. */
final class PluginsDocumentTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "plugins.md");
    private static final Pattern SNIPPET =
            Pattern.compile("```java\n(package demo;.*? class (\\w+).*?)```", Pattern.DOTALL);

    @TempDir
    Path folder;

    @Test
    void everySnippetIsWhole() throws IOException {
        int snippets = Files.readString(DOCUMENT).split("```java\n", -1).length - 1;

        assertThat(sources()).hasSize(snippets).containsKeys("demo.Shout", "demo.Shapes", "demo.DemoTest");
    }

    @Test
    void theFirstPluginIsServedAsShown() throws IOException {
        new PluginJar()
                .sources(sources())
                .providers("demo.Shout", "demo.Repeat")
                .writeTo(folder.resolve("shout.jar"));

        LogicCatalog catalog = new PluginLoader(folder).load().addTo(LogicCatalog.ofClassPath());

        assertThat(LogicTester.of(catalog.create("shout")).answer("hello")).isEqualTo("HELLO!");
        assertThat(LogicTester.of(catalog.create("repeat:3,separator=-")).answer("a"))
                .isEqualTo("a-a-a");
    }

    @Test
    void theTestsShownPass() throws ReflectiveOperationException, IOException {
        Class<?> test = new SnippetLoader(JavaSources.compile(sources())).loadClass("demo.DemoTest");
        Constructor<?> constructor = test.getDeclaredConstructor();
        constructor.setAccessible(true);

        for (Method method : test.getDeclaredMethods()) {
            if (method.isAnnotationPresent(Test.class)) {
                method.setAccessible(true);
                method.invoke(constructor.newInstance());
            }
        }
    }

    private static Map<String, String> sources() throws IOException {
        Map<String, String> sources = new TreeMap<>();
        for (MatchResult snippet :
                SNIPPET.matcher(Files.readString(DOCUMENT)).results().toList()) {
            sources.put("demo." + snippet.group(2), snippet.group(1));
        }
        return sources;
    }

    private static final class SnippetLoader extends ClassLoader {
        private final Map<String, byte[]> classes;

        SnippetLoader(Map<String, byte[]> classes) {
            super(PluginsDocumentTest.class.getClassLoader());
            this.classes = classes;
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] bytes = classes.get(name.replace('.', '/') + ".class");
            if (bytes == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, bytes, 0, bytes.length);
        }
    }
}
