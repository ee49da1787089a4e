package io.quintet.server;

import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoop;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** What a connection's bytes go through, in order. Safe from any thread. */
final class ConnectionPipeline extends ChannelInitializer<Channel> {
    private final Service service;
    private final Transport transport;
    private final AcceptGate gate;
    private final ConcurrentMap<EventLoop, LoopContext> loops = new ConcurrentHashMap<>();

    ConnectionPipeline(Service service, Transport transport, AcceptGate gate) {
        this.service = service;
        this.transport = transport;
        this.gate = gate;
    }

    @Override
    protected void initChannel(Channel channel) {
        LoopContext loop = loops.computeIfAbsent(channel.eventLoop(), key -> LoopContext.of(key, service.timeouts()));
        Input input = new Input(loop.memory(), channel.alloc(), transport.readsAtOnce());
        boolean hidesEnd = !transport.knowsHalfClosure(channel);
        channel.config().setRecvByteBufAllocator(new InputAllocator(input, channel, hidesEnd));
        if (gate.isFromProxy(channel)) {
            channel.pipeline().addLast(newProxyGate());
        }
        channel.pipeline().addLast(new ConnectionHandler(service, loop, input));
    }

    private ProxyGate newProxyGate() {
        return new ProxyGate(
                gate,
                service.lobby(),
                service.access().proxy().mode(),
                service.timeouts().frame());
    }

    /** Gives back the event loops' memory, once they have ended. */
    void close() {
        loops.values().forEach(loop -> loop.memory().close());
    }
}
