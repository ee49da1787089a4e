package io.quintet.exec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quintet.logic.LogicCatalog;
import io.quintet.logic.LogicException;
import io.quintet.logic.LogicExpression;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Arguments and what is wrong with them. */
final class ExecTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "exec | logic.exec.command: missing (expected: a command",
                "exec: | logic.exec.command:  (expected: a command",
                "exec:cat \"open | logic.exec.command: cat \"open (expected: a command",
                "exec:cat,workers=0 | logic.exec.workers: 0 (expected: a number from 1 to 1000, or cores)",
                "exec:cat,pipelined=yes | logic.exec.pipelined: yes (expected: true or false)",
                "exec:cat,timeout=10 | logic.exec.timeout: 10 (expected: a duration",
                "exec:cat,framing=raw | logic.exec.framing: raw (expected: a framing with an end",
                "exec:cat,framing=ascii:5\\,zero=echo | logic.exec.framing: ascii:5,zero=echo (expected: a framing",
                "exec:cat,restart=1s..1ms | logic.exec.restart: 1s..1ms (expected: a duration",
                "exec:/no/such/program x | logic.exec.command: /no/such/program (expected: a program that can be started;"
                        + " No such file or directory)",
                "exec:/etc/passwd | logic.exec.command: /etc/passwd (expected: a program that can be started;"
                        + " Permission denied)",
            })
    void wrongArgumentsAreRefusedInOneLine(String expression, String message) {
        assertThatExceptionOfType(LogicException.class)
                .isThrownBy(() -> LogicCatalog.ofClassPath().create(expression))
                .withMessageStartingWith(message);
        assertThat(TestWorkers.processes()).isEmpty();
    }

    @Test
    void expressionSurvivesCommasAndQuotes() {
        String command = "sh -c 'a, b=\"c\"'";

        LogicExpression expression = Exec.expression(command, 3);

        assertThat(expression).hasToString("exec:sh -c 'a\\, b\\=\"c\"',workers=3");
        assertThat(LogicExpression.parse(expression.toString())).isEqualTo(expression);
        assertThat(Exec.expression("cat")).hasToString("exec:cat");
    }
}
