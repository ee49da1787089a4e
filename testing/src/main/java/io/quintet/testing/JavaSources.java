package io.quintet.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Compiles Java sources in memory against the class path of the tests: what documents show, and plugins of strangers. */
public final class JavaSources {
    private JavaSources() {}

    /** Class files by their name in a jar; an {@link AssertionError} with the compiler's words where there are errors. */
    public static Map<String, byte[]> compile(Map<String, String> sourceByClassName) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        Map<String, ByteArrayOutputStream> classes = new TreeMap<>();
        try (StandardJavaFileManager standard = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            List<JavaFileObject> sources = sourceByClassName.entrySet().stream()
                    .map(entry -> source(entry.getKey(), entry.getValue()))
                    .toList();
            List<String> options =
                    List.of("--release", "17", "-proc:none", "-cp", System.getProperty("java.class.path"));
            JavaFileManager memory = new ClassesInMemory(standard, classes);
            if (!compiler.getTask(messages, memory, null, options, null, sources)
                    .call()) {
                throw new AssertionError(messages + "\nin " + sourceByClassName);
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        Map<String, byte[]> result = new TreeMap<>();
        classes.forEach((name, bytes) -> result.put(name.replace('.', '/') + ".class", bytes.toByteArray()));
        return result;
    }

    private static JavaFileObject source(String className, String text) {
        URI uri = URI.create("memory:///" + className.replace('.', '/') + ".java");
        return new SimpleJavaFileObject(uri, JavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
    }

    private static final class ClassesInMemory extends ForwardingJavaFileManager<JavaFileManager> {
        private final Map<String, ByteArrayOutputStream> classes;

        ClassesInMemory(JavaFileManager standard, Map<String, ByteArrayOutputStream> classes) {
            super(standard);
            this.classes = classes;
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, FileObject sibling) {
            URI uri = URI.create("memory:///" + className.replace('.', '/') + kind.extension);
            return new SimpleJavaFileObject(uri, kind) {
                @Override
                public OutputStream openOutputStream() {
                    return classes.computeIfAbsent(className, name -> new ByteArrayOutputStream());
                }
            };
        }
    }
}
