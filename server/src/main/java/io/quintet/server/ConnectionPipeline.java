package io.quintet.server;

import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.SocketChannel;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a connection's bytes go through, in order. Safe from any thread. */
final class ConnectionPipeline extends ChannelInitializer<Channel> {
    private static final Logger LOG = LoggerFactory.getLogger(ConnectionPipeline.class);

    private final Service service;
    private final Transport transport;
    private final AcceptGate gate;
    private final Optional<Tls> tls;
    private final ConcurrentMap<EventLoop, LoopContext> loops = new ConcurrentHashMap<>();

    ConnectionPipeline(Service service, Transport transport, AcceptGate gate, Optional<Tls> tls) {
        this.service = service;
        this.transport = transport;
        this.gate = gate;
        this.tls = tls;
    }

    @Override
    protected void initChannel(Channel channel) {
        LoopContext loop = loops.computeIfAbsent(channel.eventLoop(), key -> LoopContext.of(key, service));
        channel.config().setWriteBufferWaterMark(service.writeBufferMarks());
        if (gate.isFromProxy(channel)) {
            channel.pipeline().addLast(newProxyGate());
        }
        channel.pipeline()
                .addLast(
                        tls.isPresent() && channel instanceof SocketChannel
                                ? addTls(channel, loop, tls.get())
                                : newConnection(channel, loop));
    }

    private ConnectionHandler newConnection(Channel channel, LoopContext loop) {
        Input input = new Input(loop.memory(), transport.readsAtOnce());
        boolean hidesEnd = !transport.knowsHalfClosure(channel);
        channel.config().setRecvByteBufAllocator(new InputAllocator(input, channel, hidesEnd));
        return new ConnectionHandler(service, loop, input, Link.PLAIN);
    }

    /** Whatever is read goes through TLS first, so the connection cannot choose what it is read into. */
    private ConnectionHandler addTls(Channel channel, LoopContext loop, Tls shared) {
        TlsHandler handler = shared.newHandler(channel, service);
        channel.pipeline().addLast(handler);
        return new ConnectionHandler(service, loop, new Input(loop.memory(), false), handler);
    }

    private ProxyGate newProxyGate() {
        return new ProxyGate(
                gate,
                service.lobby(),
                service.access().proxy().mode(),
                service.timeouts().frame());
    }

    /** Has the event loops take up settings that have changed; one that is ending need not. */
    void refresh() {
        loops.forEach((loop, context) -> {
            try {
                loop.execute(() -> context.refresh(service));
            } catch (RejectedExecutionException ending) {
                LOG.debug("an event loop has ended", ending);
            }
        });
    }

    /** Gives back the event loops' memory, once they have ended. */
    void close() {
        loops.values().forEach(LoopContext::close);
    }
}
