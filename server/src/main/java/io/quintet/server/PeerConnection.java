package io.quintet.server;

import io.netty.channel.Channel;
import io.netty.channel.EventLoop;
import io.quintet.logic.Connection;
import io.quintet.logic.Connections;
import io.quintet.protocol.Framing;
import java.net.SocketAddress;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicIntegerFieldUpdater;
import org.jspecify.annotations.Nullable;

/** A connection as a logic sees it. Safe from any thread: what is asked for is done on the connection's event loop. */
final class PeerConnection implements Connection {
    private static final AtomicIntegerFieldUpdater<PeerConnection> PUSHED =
            AtomicIntegerFieldUpdater.newUpdater(PeerConnection.class, "pushed");

    /** The channel event that has a connection look for what has changed on the server. */
    static final Object REFRESH = new Object();

    /** About what a frame costs on its way to the event loop besides its payload, in bytes. */
    private static final int QUEUED_COST = 96;

    private final long id;
    private final Channel channel;
    private final Registry registry;
    private final SocketAddress remoteAddress;
    private final Optional<String> peerSubject;
    private volatile @Nullable Exchange exchange;
    private volatile @Nullable Map<String, Object> attributes;

    /** Bytes accepted and not yet in the channel's write buffer; an empty payload counts as well. */
    private volatile int pushed;

    PeerConnection(Channel channel, Registry registry, Optional<String> peerSubject) {
        this.id = registry.nextId();
        this.channel = channel;
        this.registry = registry;
        this.remoteAddress = PeerAddress.of(channel);
        this.peerSubject = peerSubject;
    }

    /** Called once, before anyone else sees this connection. */
    void attach(Exchange opened) {
        exchange = opened;
    }

    Channel channel() {
        return channel;
    }

    EventLoop eventLoop() {
        return channel.eventLoop();
    }

    @Override
    public long id() {
        return id;
    }

    @Override
    public SocketAddress remoteAddress() {
        return remoteAddress;
    }

    @Override
    public SocketAddress localAddress() {
        return PeerAddress.plain(channel.localAddress());
    }

    @Override
    public Optional<String> peerSubject() {
        return peerSubject;
    }

    @Override
    public PushResult push(byte[] payload) {
        Exchange open = exchange;
        if (open == null || !channel.isActive()) {
            return PushResult.REFUSED_CLOSED;
        }
        if (payload.length > open.writer().frames().maxPayload()) {
            return PushResult.REFUSED_TOO_LONG;
        }
        if (!channel.isWritable() || pushed >= channel.config().getWriteBufferHighWaterMark()) {
            return PushResult.REFUSED_FULL;
        }
        int weight = payload.length + QUEUED_COST;
        PUSHED.addAndGet(this, weight);
        boolean accepted = execute(() -> {
            PUSHED.addAndGet(this, -weight);
            open.push(payload);
        });
        return accepted ? PushResult.ACCEPTED : PushResult.REFUSED_CLOSED;
    }

    /** Whether frames were accepted that are still on their way to the event loop. */
    boolean isPushing() {
        return pushed > 0;
    }

    @Override
    public void close() {
        Exchange open = exchange;
        if (open == null) {
            return;
        }
        if (eventLoop().inEventLoop() && open.isBusy()) {
            open.closedByLogic();
        } else {
            execute(open::closedByLogic);
        }
    }

    /** Passes an event to the connection's handler: {@link #REFRESH}, a cause to drain, or a close reason to end at once for. */
    void fire(Object event) {
        execute(() -> channel.pipeline().fireUserEventTriggered(event));
    }

    @Override
    public void switchFraming(String expression) {
        Framing framing = Framing.parse(expression);
        Exchange open = exchange;
        if (open == null) {
            return;
        }
        if (eventLoop().inEventLoop()) {
            open.switchFraming(framing);
        } else {
            execute(() -> open.switchFraming(framing));
        }
    }

    /** Whether {@code task} will run: not when the event loop has ended with its server. */
    private boolean execute(Runnable task) {
        try {
            eventLoop().execute(task);
            return true;
        } catch (RejectedExecutionException ended) {
            return false;
        }
    }

    @Override
    public Map<String, Object> attributes() {
        Map<String, Object> existing = attributes;
        if (existing != null) {
            return existing;
        }
        synchronized (this) {
            Map<String, Object> made = attributes == null ? new ConcurrentHashMap<>() : attributes;
            attributes = made;
            return made;
        }
    }

    @Override
    public Connections all() {
        return registry;
    }
}
