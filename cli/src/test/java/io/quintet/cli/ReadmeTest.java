package io.quintet.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.client.QuintetClient;
import io.quintet.config.Setting;
import io.quintet.config.Settings;
import io.quintet.server.QuintetServer;
import io.quintet.testing.DocumentSnippets;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The README's tables and its example are what the program has. */
class ReadmeTest {
    @Test
    void settingsAreThoseOfTheTable() throws IOException {
        String rows = Settings.all().stream().map(ReadmeTest::row).collect(Collectors.joining("\n"));

        assertThat(Documents.read("README.md"))
                .contains("| flag | default | what it does |\n| --- | --- | --- |\n" + rows + "\n\n");
    }

    @Test
    void exitCodesAreThoseOfTheCommand() throws IOException {
        String rows = Arrays.stream(ExitCode.values())
                .map(code -> "| " + code.number() + " | " + code.meaning() + " |")
                .collect(Collectors.joining("\n"));

        assertThat(Documents.read("README.md")).contains("| code | meaning |\n| --- | --- |\n" + rows + "\n\n");
    }

    @Test
    void theEmbeddedServerAnswers() throws Exception {
        ClassLoader snippets = DocumentSnippets.load(DocumentSnippets.of(Path.of("..", "README.md")));
        Method start = snippets.loadClass("demo.Greeter").getDeclaredMethod("start", String.class);
        start.setAccessible(true);

        try (QuintetServer server = (QuintetServer) start.invoke(null, "127.0.0.1:0")) {
            int port = ((InetSocketAddress) server.addresses().get(0)).getPort();
            try (QuintetClient client = QuintetClient.connect("127.0.0.1:" + port)) {
                byte[] answer =
                        client.call("Ada".getBytes(UTF_8)).toCompletableFuture().join();
                assertThat(answer).asString(UTF_8).isEqualTo("hello Ada");
            }
        }
    }

    private static String row(Setting<?> setting) {
        String flag = setting.type().isSwitch()
                ? setting.flag()
                : setting.flag() + " " + setting.type().label();
        return "| `" + flag + "` | " + preset(setting) + " | " + setting.description() + " |";
    }

    /** The default as everybody has it: the number of cores is the reader's own. */
    private static String preset(Setting<?> setting) {
        if (setting.key().equals("threads")) {
            return "the cores";
        }
        return setting.defaultText().isEmpty() ? "" : "`" + setting.defaultText() + "`";
    }
}
