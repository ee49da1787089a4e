package io.quintet.logic.testing;

import io.quintet.logic.Logic;
import io.quintet.logic.LogicCatalog;
import io.quintet.logic.Reply;
import java.util.ArrayList;
import java.util.List;

/**
 * Calls a logic of any shape with plain bytes, as a server would.
 *
 * <pre>{@code
 * try (LogicTester tester = LogicTester.of(new MyLogic())) {
 *     assertThat(tester.answer("abc")).isEqualTo("cba");
 * }
 * }</pre>
 *
 * <p>Each call waits for the reply, for 10 seconds at most. What a logic throws comes out of the call.
 */
public final class LogicTester implements AutoCloseable {
    private final List<Logic> chain;
    private final OpenConnections connections = new OpenConnections();
    private final List<TestConnection> opened = new ArrayList<>();

    private LogicTester(List<Logic> chain) {
        this.chain = List.copyOf(chain);
    }

    /** Of one logic, or of several in a chain, where each one's answer is the next one's request. */
    public static LogicTester of(Logic... chain) {
        return new LogicTester(List.of(chain));
    }

    /** Of the logics that these expressions ask for, found on the class path: {@code LogicTester.of("reverse:unit=grapheme")}. */
    public static LogicTester of(String... expressions) {
        LogicCatalog catalog = LogicCatalog.ofClassPath();
        return new LogicTester(
                List.of(expressions).stream().map(catalog::create).toList());
    }

    /** Opens a connection and tells the chain. */
    public TestConnection connect() {
        TestConnection connection = connections.open(chain);
        opened.add(connection);
        chain.forEach(logic -> logic.connected(connection));
        return connection;
    }

    /** What becomes of {@code request} on the first connection, which this opens where there is none. */
    public Reply call(byte[] request) {
        return (opened.isEmpty() ? connect() : opened.get(0)).call(request);
    }

    /** The answer to {@code request} in bytes; an {@link AssertionError} where there is none. */
    public byte[] answer(byte[] request) {
        return (opened.isEmpty() ? connect() : opened.get(0)).answer(request);
    }

    /** The answer to {@code request}, both in UTF-8; an {@link AssertionError} where there is none. */
    public String answer(String request) {
        return (opened.isEmpty() ? connect() : opened.get(0)).answer(request);
    }

    /** Ends the connections that are still open, then the logics. */
    @Override
    public void close() {
        opened.forEach(connection -> connection.disconnect("server-stopped"));
        chain.forEach(Logic::close);
    }
}
