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
    private final ConcurrentMap<EventLoop, LoopContext> loops = new ConcurrentHashMap<>();

    ConnectionPipeline(Service service, Transport transport) {
        this.service = service;
        this.transport = transport;
    }

    @Override
    protected void initChannel(Channel channel) {
        LoopContext loop = loops.computeIfAbsent(channel.eventLoop(), key -> LoopContext.of(key, service.timeouts()));
        channel.pipeline().addLast(new ConnectionHandler(service, loop, transport));
    }

    /** Gives back the event loops' memory, once they have ended. */
    void close() {
        loops.values().forEach(loop -> loop.memory().close());
    }
}
