package io.quintet.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SettingTest {
    static Iterable<Setting<?>> all() {
        return Settings.all();
    }

    @Test
    void spellingsFollowFromTheKey() {
        assertThat(LimitSettings.MAX_CONNECTIONS.key()).isEqualTo("limits.max-connections");
        assertThat(LimitSettings.MAX_CONNECTIONS.flag()).isEqualTo("--max-connections");
        assertThat(LimitSettings.MAX_CONNECTIONS.variable()).isEqualTo("QUINTET_LIMITS_MAX_CONNECTIONS");
    }

    @Test
    void noTwoSettingsShareASpelling() {
        Set<String> spellings = new HashSet<>();

        Settings.all().forEach(setting -> {
            assertThat(spellings.add(setting.flag())).as(setting.flag()).isTrue();
            assertThat(spellings.add(setting.variable())).as(setting.variable()).isTrue();
        });
    }

    @ParameterizedTest
    @MethodSource("all")
    void defaultsReadBackToThemselves(Setting<?> setting) {
        setting.defaults()
                .forEach(value -> assertThat(rewritten(setting, value)).isEqualTo(value));
    }

    @ParameterizedTest
    @MethodSource("all")
    void keysAreLowerCaseWordsWithHyphens(Setting<?> setting) {
        assertThat(setting.key()).matches("[a-z]+(-[a-z]+)*(\\.[a-z]+(-[a-z]+)*)?");
        assertThat(setting.description()).isNotBlank();
    }

    @SuppressWarnings("unchecked")
    private static <T> T rewritten(Setting<T> setting, Object value) {
        return setting.type().read(setting.key(), setting.type().writer().apply((T) value));
    }
}
