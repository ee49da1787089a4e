package io.quintet.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The Java in a Markdown document: each snippet a whole source file, so that readers can copy it and tests compile it. */
public final class DocumentSnippets {
    private static final Pattern SNIPPET =
            Pattern.compile("```java\n(package (\\w+);.*? class (\\w+).*?)```", Pattern.DOTALL);

    private DocumentSnippets() {}

    /** Sources by class name; an {@link AssertionError} where the document has a snippet that is no whole source file. */
    public static Map<String, String> of(Path document) {
        Map<String, String> sources = new TreeMap<>();
        String text = read(document);
        for (MatchResult snippet : SNIPPET.matcher(text).results().toList()) {
            sources.put(snippet.group(2) + "." + snippet.group(3), snippet.group(1));
        }
        int snippets = text.split("```java\n", -1).length - 1;
        if (sources.size() != snippets) {
            throw new AssertionError(document + ": " + snippets + " snippets, whole ones only " + sources.keySet());
        }
        return sources;
    }

    /** Compiles the sources and has their classes loaded. */
    public static ClassLoader load(Map<String, String> sources) {
        Map<String, byte[]> classes = JavaSources.compile(sources);
        return new ClassLoader(DocumentSnippets.class.getClassLoader()) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                byte[] bytes = classes.get(name.replace('.', '/') + ".class");
                if (bytes == null) {
                    throw new ClassNotFoundException(name);
                }
                return defineClass(name, bytes, 0, bytes.length);
            }
        };
    }

    private static String read(Path document) {
        try {
            return Files.readString(document);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
