package io.quintet.server;

import io.netty.buffer.ByteBuf;
import io.netty.channel.embedded.EmbeddedChannel;
import io.quintet.config.ServerSettings;
import io.quintet.logic.Logic;
import java.util.List;

/**
 * One connection of the server without a socket, with all limits and clocks on. It is in the server's package, since a
 * connection's parts are nobody else's business. Not safe from another thread.
 */
public final class EmbeddedConnection implements AutoCloseable {
    private final Service service;
    private final EmbeddedChannel channel = new EmbeddedChannel();
    private final LoopContext loop;

    /** Opens it; the logic is closed with it. */
    public EmbeddedConnection(Logic logic) {
        service = new Service(ServerSettings.defaults(), new Chain(List.of(logic)));
        loop = LoopContext.of(channel.eventLoop(), service);
        Input input = new Input(loop.memory(), true);
        channel.pipeline().addLast(new ConnectionHandler(service, loop, input, Link.PLAIN));
        channel.pipeline().fireChannelActive();
    }

    /** Receives a copy of these bytes in one read, where a socket would have put them; the bytes of its answers. */
    public int receive(ByteBuf requests) {
        ByteBuf read = loop.memory().take(requests.readableBytes());
        read.writeBytes(requests, requests.readerIndex(), requests.readableBytes());
        channel.pipeline().fireChannelRead(read);
        channel.pipeline().fireChannelReadComplete();
        channel.runPendingTasks();
        int bytes = 0;
        for (ByteBuf written = channel.readOutbound(); written != null; written = channel.readOutbound()) {
            bytes += written.readableBytes();
            written.release();
        }
        return bytes;
    }

    @Override
    public void close() {
        channel.close();
        channel.runPendingTasks();
        loop.close();
        service.close();
    }
}
