package io.quintet.server;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.quintet.config.Limits;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets accepted connections in while there are not too many, and counts them. Safe from any thread. */
@Sharable
final class AcceptGate extends ChannelInboundHandlerAdapter {
    private static final Logger LOG = LoggerFactory.getLogger("io.quintet.server.connection");

    private final int most;
    private final AtomicInteger open = new AtomicInteger();
    private final CompletableFuture<Void> empty = new CompletableFuture<>();
    private final RareLog refusals = new RareLog();
    private volatile boolean closed;

    AcceptGate(Limits limits) {
        this.most = DescriptorLimit.clip(limits.maxConnections());
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object accepted) {
        Channel channel = (Channel) accepted;
        if (open.incrementAndGet() > most) {
            open.decrementAndGet();
            refuse(channel);
            return;
        }
        channel.closeFuture().addListener(closing -> left());
        context.fireChannelRead(accepted);
    }

    private void refuse(Channel channel) {
        String peer = PeerAddress.text(channel.remoteAddress());
        channel.unsafe().closeForcibly();
        refusals.log(omitted -> LOG.info(
                "closed refused-max-connections: {} (expected: at most {} connections){}", peer, most, omitted));
    }

    private void left() {
        if (open.decrementAndGet() == 0 && closed) {
            empty.complete(null);
        }
    }

    /** Connections let in and not yet closed. */
    int open() {
        return open.get();
    }

    /** Called once no more connections come; completes when the last one has gone. */
    CompletableFuture<Void> whenEmpty() {
        closed = true;
        if (open.get() == 0) {
            empty.complete(null);
        }
        return empty;
    }
}
