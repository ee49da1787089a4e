package io.quintet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.config.FileSource;
import io.quintet.config.RawValue;
import io.quintet.config.ServerSettings;
import io.quintet.config.ServerSettingsReader;
import io.quintet.config.Setting;
import io.quintet.config.SettingValues;
import io.quintet.config.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsCommandTest {
    @TempDir
    private Path folder;

    @Test
    void theListIsAFileThatSaysTheDefaults() throws Exception {
        String lines = Cli.run("settings")
                .out()
                .lines()
                .filter(line -> line.contains(" = "))
                .map(line -> line.substring("# ".length()))
                .collect(Collectors.joining("\n"));

        List<RawValue> values = FileSource.read(Files.writeString(folder.resolve("all.conf"), lines));

        assertThat(values)
                .extracting(RawValue::key)
                .containsExactlyElementsOf(
                        Settings.all().stream().map(Setting::key).toList());
        SettingValues read = new SettingValues()
                .orElse(values.stream().filter(SettingsCommandTest::hasDefault).toList());
        assertThat(ServerSettingsReader.read(read)).isEqualTo(ServerSettings.defaults());
        read.requireGood();
    }

    /** The others are shown with what stands for their value. */
    private static boolean hasDefault(RawValue value) {
        return !Settings.find(value.key()).orElseThrow().defaults().isEmpty();
    }

    @Test
    void everythingIsCommentedOut() throws Exception {
        Path file = Files.writeString(
                folder.resolve("all.conf"), Cli.run("settings").out());

        assertThat(FileSource.read(file)).isEmpty();
    }
}
