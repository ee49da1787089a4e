package io.quintet.logic.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import io.quintet.logic.LogicCatalog;
import io.quintet.logic.LogicCatalog.Entry;
import io.quintet.logic.Reply;
import io.quintet.logic.testing.LogicTester;
import io.quintet.logic.testing.TestConnection;
import java.lang.System.Logger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class LifecycleLogicsTest {
    @Test
    void greetSendsOnConnectAndPassesRequestsOn() {
        TestConnection connection =
                LogicTester.of("greet:hello\\, you", "reverse").connect();

        assertThat(connection.pushedText()).containsExactly("hello, you");
        assertThat(connection.answer("abc")).isEqualTo("cba");
    }

    @Test
    void greetCloseHangsUp() {
        TestConnection connection =
                LogicTester.of("greet:Thank you for connecting,close").connect();

        assertThat(connection.pushedText()).containsExactly("Thank you for connecting");
        assertThat(connection.isOpen()).isFalse();
    }

    @Test
    void greetTellsWhoIsWho() {
        TestConnection connection =
                LogicTester.of("greet:{id} {remote} {local}").connect();

        assertThat(connection.pushedText()).containsExactly("1 192.0.2.1:40001 192.0.2.2:6789");
    }

    @Test
    void chatTellsTheOthers() {
        LogicTester tester = LogicTester.of("chat");
        TestConnection first = tester.connect();
        TestConnection second = tester.connect();

        Reply reply = second.call(new byte[] {'h', 'i'});
        second.disconnect("eof");

        assertThat(reply.payload()).isEmpty();
        assertThat(first.pushedText())
                .containsExactly("* you are 1, others here: 0", "* 2 joined", "2: hi", "* 2 left (eof)");
        assertThat(second.pushedText()).containsExactly("* you are 2, others here: 1");
    }

    @Test
    void printLogsEachPayloadEscapedAndAnswersNothing() {
        Lines lines = new Lines();
        LogicCatalog catalog = LogicCatalog.of(List.of(new Entry(new Print(() -> lines), "here")));
        TestConnection connection = LogicTester.of(catalog.create("print")).connect();

        Reply reply = connection.call("a\r\n\u001b[31m中".getBytes(StandardCharsets.UTF_8));
        connection.call(new byte[2000]);
        connection.disconnect("peer-reset");

        assertThat(reply.payload()).isEmpty();
        assertThat(lines.logged)
                .containsExactly(
                        "connection 1 192.0.2.1:40001: connected",
                        "connection 1 192.0.2.1:40001: 11 bytes: a\\r\\n\\x1b[31m中",
                        "connection 1 192.0.2.1:40001: 2000 bytes: " + "\\x00".repeat(1024) + " ...",
                        "connection 1 192.0.2.1:40001: disconnected (peer-reset)");
    }

    @Test
    void printShowsOtherCharsetsAndHex() {
        Lines lines = new Lines();
        LogicCatalog catalog = LogicCatalog.of(List.of(new Entry(new Print(() -> lines), "here")));
        byte[] gbk = {(byte) 0xd6, (byte) 0xd0};

        LogicTester.of(catalog.create("print:charset=GBK")).call(gbk);
        LogicTester.of(catalog.create("print:hex")).call(gbk);

        assertThat(lines.logged).anyMatch(line -> line.endsWith(": 2 bytes: 中"));
        assertThat(lines.logged).anyMatch(line -> line.endsWith(": 2 bytes: d6d0"));
    }

    private static final class Lines implements Logger {
        final List<String> logged = new ArrayList<>();

        @Override
        public String getName() {
            return "test";
        }

        @Override
        public boolean isLoggable(Level level) {
            return true;
        }

        @Override
        public void log(Level level, @Nullable ResourceBundle bundle, String line, @Nullable Throwable thrown) {
            logged.add(line);
        }

        @Override
        public void log(Level level, @Nullable ResourceBundle bundle, String format, @Nullable Object... arguments) {
            logged.add(format);
        }
    }
}
