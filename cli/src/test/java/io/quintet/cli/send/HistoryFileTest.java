package io.quintet.cli.send;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryFileTest {
    @Test
    void theStateDirectoryIsTheEnvironmentsOrTheUsual() {
        assertThat(HistoryFile.in(Map.of("XDG_STATE_HOME", "/state", "HOME", "/home/me")))
                .isEqualTo(Path.of("/state/quintet/history"));
        assertThat(HistoryFile.in(Map.of("HOME", "/home/me")))
                .isEqualTo(Path.of("/home/me/.local/state/quintet/history"));
        assertThat(HistoryFile.in(Map.of("XDG_STATE_HOME", "relative", "HOME", "/home/me")))
                .isEqualTo(Path.of("/home/me/.local/state/quintet/history"));
    }

    @Test
    void theFileIsItsOwnersAlone(@TempDir Path directory) throws IOException {
        Path file = HistoryFile.in(Map.of("XDG_STATE_HOME", directory.toString()));

        HistoryFile.make(file);
        HistoryFile.make(file);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
                .isEqualTo("rwx------");
    }
}
