package {{package}};

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quintet.logic.testing.LogicTester;
import org.junit.jupiter.api.Test;

class {{class}}Test {
    @Test
    void answersTheRequestWithAnEnding() {
        try (LogicTester tester = LogicTester.of("{{logic}}")) {
            assertEquals("hello!", tester.answer("hello"));
        }
    }

    @Test
    void theEndingIsAnArgument() {
        try (LogicTester tester = LogicTester.of("{{logic}}:ending=?")) {
            assertEquals("hello?", tester.answer("hello"));
        }
    }
}
