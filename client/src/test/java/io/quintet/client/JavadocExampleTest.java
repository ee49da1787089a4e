package io.quintet.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.testing.ScriptedServer;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example in the documentation of {@link QuintetClient}, compiled and run as it stands there. */
class JavadocExampleTest {
    private static final Path SOURCE = Path.of("src/main/java/io/quintet/client/QuintetClient.java");
    private static final Pattern EXAMPLE = Pattern.compile("<pre>\\{@code\n(.*?)\n \\* }</pre>", Pattern.DOTALL);

    @Test
    void theExampleCompilesAndPrintsWhatItSays(@TempDir Path directory) throws Exception {
        String example = example();
        assertThat(example.lines().count()).isLessThanOrEqualTo(10);
        try (ScriptedServer server = ScriptedServer.start(ScriptedServer.reversing())) {
            Path file = directory.resolve("Example.java");
            Files.writeString(file, program(example.replace("127.0.0.1:6789", server.address())));

            int failures = ToolProvider.getSystemJavaCompiler()
                    .run(
                            null,
                            null,
                            null,
                            "-cp",
                            System.getProperty("java.class.path"),
                            "-Xlint:all",
                            "-Werror",
                            file.toString());

            assertThat(failures).isZero();
            assertThat(run(directory)).containsExactly("cba", "zyx");
        }
    }

    private static String example() throws IOException {
        Matcher found = EXAMPLE.matcher(Files.readString(SOURCE));
        assertThat(found.find()).isTrue();
        return found.group(1).replaceAll("(?m)^ \\* ?", "");
    }

    private static String program(String example) {
        return """
                import static java.nio.charset.StandardCharsets.UTF_8;
                import io.quintet.client.QuintetClient;
                import java.util.concurrent.CompletionStage;
                public class Example {
                    public static final java.util.List<String> PRINTED = new java.util.ArrayList<>();
                    public static void run() {
                %s
                    }
                }
                """.formatted(example.replace("System.out.println(", "PRINTED.add("));
    }

    private static List<Object> run(Path directory) throws Exception {
        try (var loader = new URLClassLoader(new URL[] {directory.toUri().toURL()})) {
            Class<?> program = loader.loadClass("Example");
            program.getMethod("run").invoke(null);
            return List.copyOf((List<?>) program.getField("PRINTED").get(null));
        }
    }
}
