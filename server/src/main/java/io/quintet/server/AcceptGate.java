package io.quintet.server;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.quintet.config.Limits;
import io.quintet.protocol.CloseReason;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets accepted connections in while there are not too many, and counts them. Safe from any thread. */
@Sharable
final class AcceptGate extends ChannelInboundHandlerAdapter {
    private static final Logger LOG = LoggerFactory.getLogger("io.quintet.server.connection");

    private final int most;
    private final int mostPerIp;
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger accepted = new AtomicInteger();
    private final ConcurrentMap<InetAddress, Integer> openByIp = new ConcurrentHashMap<>();
    private final CompletableFuture<Void> empty = new CompletableFuture<>();
    private final RareLog refusals = new RareLog();
    private volatile boolean closed;

    AcceptGate(Limits limits) {
        this.most = DescriptorLimit.clip(limits.maxConnections());
        this.mostPerIp = limits.maxConnectionsPerIp();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object connection) {
        Channel channel = (Channel) connection;
        accepted.incrementAndGet();
        if (open.incrementAndGet() > most) {
            refuse(channel, CloseReason.REFUSED_MAX_CONNECTIONS, most);
        } else if (!enterByIp(channel)) {
            refuse(channel, CloseReason.REFUSED_PER_IP, mostPerIp);
        } else {
            channel.closeFuture().addListener(closing -> left());
            context.fireChannelRead(connection);
        }
    }

    /** Counts the connection to its address where that is limited; whether there is room. */
    private boolean enterByIp(Channel channel) {
        if (mostPerIp == 0 || !(channel.remoteAddress() instanceof InetSocketAddress peer)) {
            return true;
        }
        InetAddress ip = peer.getAddress();
        if (openByIp.merge(ip, 1, Integer::sum) > mostPerIp) {
            leaveByIp(ip);
            return false;
        }
        channel.closeFuture().addListener(closing -> leaveByIp(ip));
        return true;
    }

    private void leaveByIp(InetAddress ip) {
        openByIp.computeIfPresent(ip, (key, count) -> count == 1 ? null : count - 1);
    }

    private void refuse(Channel channel, CloseReason reason, int limit) {
        String peer = PeerAddress.text(PeerAddress.of(channel));
        channel.unsafe().closeForcibly();
        left();
        refusals.log(omitted -> LOG.info(
                "closed {}: connection from {} (expected: at most {}){}", reason.code(), peer, limit, omitted));
    }

    private void left() {
        if (open.decrementAndGet() == 0 && closed) {
            empty.complete(null);
        }
    }

    /** Connections accepted so far, let in or not. */
    int accepted() {
        return accepted.get();
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
