package io.quintet.exec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ShellWordsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "cat",
                "  python3   worker.py\t-v ",
                "sh -c 'echo \"$1\"; exit' sh \"two words\"",
                "a'b'\"c\"d",
                "'' \"\"",
                "a\\ b \\'c \\\\",
                "\"a\\\"b\\\\c\\$d\\`e\\f\"",
                "'a\\b'",
            })
    void wordsAreThoseOfAShell(String line) throws Exception {
        Process shell = new ProcessBuilder("sh", "-c", "printf '%s\\n' " + line).start();
        String printed = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(ShellWords.split(line)).isEqualTo(printed.lines().toList());
    }

    @Test
    void nothingIsExpandedOrRun() {
        assertThat(ShellWords.split("echo $HOME * | cat > x; `id`"))
                .isEqualTo(List.of("echo", "$HOME", "*", "|", "cat", ">", "x;", "`id`"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "'open", "a \"open", "end\\", "\"end\\"})
    void whatNoShellWouldTakeIsRefused(String line) {
        assertThatIllegalArgumentException().isThrownBy(() -> ShellWords.split(line));
    }
}
