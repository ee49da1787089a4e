package io.quintet.logic.testing;

import io.quintet.logic.Connection;
import io.quintet.logic.Connections;
import io.quintet.logic.Logic;
import io.quintet.logic.Reply;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A connection of a {@link LogicTester}: keeps what a logic pushes. Safe from any thread. */
public final class TestConnection implements Connection {
    private final long id;
    private final List<Logic> chain;
    private final OpenConnections connections;
    private final List<byte[]> pushed = new CopyOnWriteArrayList<>();
    private final Map<String, Object> attributes = new ConcurrentHashMap<>();
    private volatile String framing = "ascii:5";

    TestConnection(long id, List<Logic> chain, OpenConnections connections) {
        this.id = id;
        this.chain = chain;
        this.connections = connections;
    }

    /** What becomes of {@code request}; a reply that closes ends this connection. */
    public Reply call(byte[] request) {
        if (!isOpen()) {
            throw new IllegalStateException("connection: closed (expected: open)");
        }
        Reply reply = Calls.through(chain, request, this);
        if (reply.closes()) {
            close();
        }
        return reply;
    }

    /** The answer to {@code request} in bytes; an {@link AssertionError} where there is none. */
    public byte[] answer(byte[] request) {
        return call(request).payload().orElseThrow(() -> new AssertionError("no answer (expected: one)"));
    }

    /** The answer to {@code request}, both in UTF-8; an {@link AssertionError} where there is none. */
    public String answer(String request) {
        return new String(answer(request.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
    }

    /** What was pushed so far, read as UTF-8. */
    public List<String> pushedText() {
        return pushed.stream()
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .toList();
    }

    /** What was pushed so far. */
    public List<byte[]> pushed() {
        return List.copyOf(pushed);
    }

    /** The framing last switched to; {@code ascii:5} at first. */
    public String framing() {
        return framing;
    }

    /** Whether neither side has closed. */
    public boolean isOpen() {
        return connections.find(id).isPresent();
    }

    /** Ends it for this reason, such as {@code eof}, and tells the chain; does nothing where it has ended. */
    public void disconnect(String reason) {
        if (connections.remove(this)) {
            chain.forEach(logic -> logic.disconnected(this, reason));
        }
    }

    @Override
    public long id() {
        return id;
    }

    /** {@code 192.0.2.1}, an address kept for examples, with a port of its own. */
    @Override
    public SocketAddress remoteAddress() {
        return InetSocketAddress.createUnresolved("192.0.2.1", (int) (40000 + id % 20000));
    }

    @Override
    public SocketAddress localAddress() {
        return InetSocketAddress.createUnresolved("192.0.2.2", 6789);
    }

    @Override
    public Optional<String> peerSubject() {
        return Optional.empty();
    }

    @Override
    public PushResult push(byte[] payload) {
        if (!isOpen()) {
            return PushResult.REFUSED_CLOSED;
        }
        pushed.add(payload.clone());
        return PushResult.ACCEPTED;
    }

    @Override
    public void close() {
        disconnect("closed-by-logic");
    }

    @Override
    public void switchFraming(String framing) {
        this.framing = framing;
    }

    @Override
    public Map<String, Object> attributes() {
        return attributes;
    }

    @Override
    public Connections all() {
        return connections;
    }
}
