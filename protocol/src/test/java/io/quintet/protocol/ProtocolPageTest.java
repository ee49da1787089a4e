package io.quintet.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page about the protocol says what the code does. */
class ProtocolPageTest {
    private static final Pattern FORM = Pattern.compile("(?m)^\\| `([^`]+)` \\| `([^`]+)` \\| `([0-9a-f ]+)` \\| ");

    @Test
    void everyFrameInTheTableOfFormsIsWhatIsWritten() throws IOException {
        var rows = FORM.matcher(page()).results().toList();

        assertThat(rows).hasSize(13);
        assertThat(rows).allSatisfy(row -> {
            byte[] frame = Framing.parse(row.group(1)).writer().frame(Wire.bytes("abc"));
            assertThat(PeerBytes.escape(frame)).isEqualTo(row.group(2));
            assertThat(PeerBytes.hex(frame)).isEqualTo(row.group(3).replace(" ", ""));
        });
    }

    @Test
    void exampleOfALogLineIsWhatIsLogged() throws IOException {
        FrameScanner scanner = Framing.DEFAULT.newScanner();
        scanner.next(Wire.buffer("GET / HTTP/1.1\r\n"));

        assertThat(page()).contains("\n" + scanner.error().describe() + "\n");
    }

    private static String page() throws IOException {
        return Files.readString(Path.of("..", "docs", "protocol.md"));
    }
}
