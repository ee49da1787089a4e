package io.quintet.logic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quintet.logic.LogicCatalog.Entry;
import io.quintet.logic.testing.LogicTester;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LogicCatalogTest {
    private final LogicCatalog builtIn = LogicCatalog.ofClassPath();

    @Test
    void findsTheBuiltInLogicsOnTheClassPath() {
        assertThat(builtIn.entries())
                .extracting(Entry::name)
                .contains("echo", "reverse", "upper")
                .isSorted();
        assertThat(builtIn.find("echo")).map(Entry::origin).contains("built-in");
    }

    @Test
    void everyBuiltInLogicDescribesItselfInOneLine() {
        assertThat(builtIn.entries()).allSatisfy(entry -> {
            assertThat(entry.provider().description()).isNotBlank().doesNotContain("\n");
            assertThat(entry.provider().parameters()).allSatisfy(parameter -> {
                assertThat(parameter.description()).isNotBlank().doesNotContain("\n");
                parameter
                        .defaultText()
                        .ifPresent(text ->
                                assertThat(parameter.reader().apply(text)).isNotNull());
            });
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ehco | logic: ehco (expected one of: echo, reverse; did you mean echo?)",
                "nonsense | logic: nonsense (expected one of: echo, reverse)",
                "reverse:grafeme | logic.reverse.unit: grafeme (expected: byte, codepoint or grapheme)",
                "reverse:unti=byte | logic.reverse.unti: no such argument (expected one of: unit, charset; did you mean unit?)",
                "reverse:byte,UTF-8,x | logic.reverse: x (expected: no more than unit, charset)",
                "reverse:byte,unit=byte | logic.reverse.unit: byte (expected: given once)",
                "echo:x | logic.echo: x (expected: no arguments)",
                "echo:x=1 | logic.echo.x: no such argument (expected: no arguments)",
                "reverse:x,y | logic.reverse.unit: x (expected: byte, codepoint or grapheme); "
                        + "logic.reverse.charset: y (expected: a charset such as UTF-8, GBK or Shift_JIS)",
            })
    void whatIsWrongIsSaidInOneLine(String expression, String message) {
        LogicCatalog two = LogicCatalog.of(List.of(
                builtIn.find("echo").orElseThrow(), builtIn.find("reverse").orElseThrow()));

        assertThatExceptionOfType(LogicException.class)
                .isThrownBy(() -> two.create(expression))
                .withMessage(message);
    }

    @Test
    void aNameProvidedTwiceIsRefusedNamingBothOrigins() {
        Entry mine = new Entry(provider("echo", arguments -> Logics.bytes(request -> request)), "mine.jar");

        assertThatExceptionOfType(LogicException.class)
                .isThrownBy(() -> builtIn.with(List.of(mine), List.of()))
                .withMessage("logic: echo (expected: provided once, not by built-in and mine.jar)");
    }

    @Test
    void aNameThatCannotBeTypedIsRefused() {
        Entry mine = new Entry(provider("My Logic", arguments -> Logics.bytes(request -> request)), "mine.jar");

        assertThatExceptionOfType(LogicException.class)
                .isThrownBy(() -> LogicCatalog.of(List.of(mine)))
                .withMessageStartingWith("logic of mine.jar: My Logic (expected: lower-case letters");
    }

    @Test
    void whoAsksForALogicThatIsNotThereLearnsWhatCouldNotBeLoaded() {
        LogicCatalog catalog =
                LogicCatalog.of(List.of()).with(List.of(), List.of("plugin bad.jar: not a zip file (expected: a jar)"));

        assertThatExceptionOfType(LogicException.class)
                .isThrownBy(() -> catalog.create("mine"))
                .withMessage("logic: mine (expected: a plugin that provides it; "
                        + "not loaded: plugin bad.jar: not a zip file (expected: a jar))");
    }

    @Test
    void aProviderThatFailsIsNamed() {
        Entry mine = new Entry(
                provider("mine", arguments -> {
                    throw new NoClassDefFoundError("gone/Away");
                }),
                "mine.jar");

        assertThatExceptionOfType(LogicException.class)
                .isThrownBy(() -> LogicCatalog.of(List.of(mine)).create("mine"))
                .withMessage("logic.mine: java.lang.NoClassDefFoundError: gone/Away (expected: mine.jar to create it)");
    }

    @Test
    void anArgumentIsReadByItsParameter() {
        Parameter<Long> times = Parameters.number("times", 1, 9, "how often").withDefault("2");
        LogicProvider repeat = new LogicProvider() {
            @Override
            public String name() {
                return "repeat";
            }

            @Override
            public String description() {
                return "answers the request several times";
            }

            @Override
            public List<Parameter<?>> parameters() {
                return List.of(times);
            }

            @Override
            public Logic create(Arguments arguments) {
                int count = arguments.get(times).intValue();
                return Logics.text(request -> request.repeat(count));
            }
        };
        LogicCatalog catalog = LogicCatalog.of(List.of(new Entry(repeat, "here")));

        assertThat(LogicTester.of(catalog.create("repeat")).answer("ab")).isEqualTo("abab");
        assertThat(LogicTester.of(catalog.create("repeat:3")).answer("ab")).isEqualTo("ababab");
    }

    private static LogicProvider provider(String name, Function<Arguments, Logic> create) {
        return new LogicProvider() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public String description() {
                return "for this test";
            }

            @Override
            public Logic create(Arguments arguments) {
                return create.apply(arguments);
            }
        };
    }
}
