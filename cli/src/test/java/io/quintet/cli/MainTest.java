package io.quintet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
    @ParameterizedTest
    @ValueSource(strings = {"version", "logics", "explain", "settings", "help"})
    void resultsThatFoundNoRoomAreAFailure(String command) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        Terminal full =
                new Terminal(InputStream.nullInputStream(), stream(new Full()), stream(err), Map.of(), Terminals.NONE);

        ExitCode code = Main.run(full, command);

        assertThat(code).isEqualTo(ExitCode.FAILURE);
        assertThat(err).hasToString("quintet: stdout: closed or full (expected: room for all results)\n");
    }

    private static PrintStream stream(OutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static final class Full extends OutputStream {
        @Override
        public void write(int one) throws IOException {
            throw new IOException("no space left");
        }
    }
}
