package io.quintet.server;

import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.EventLoop;
import io.quintet.config.Access;
import io.quintet.config.ProxyMode;
import io.quintet.logic.AddressText;
import io.quintet.protocol.CloseReason;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets accepted connections in while there are not too many, and counts them. Safe from any thread. */
@Sharable
final class AcceptGate extends ChannelInboundHandlerAdapter {
    private static final Logger LOG = LoggerFactory.getLogger("io.quintet.server.connection");

    private static final long PAUSE_MILLIS = 1000;

    private final Service service;
    private final RareLog failures = new RareLog();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicLong accepted = new AtomicLong();
    private final ConcurrentMap<InetAddress, Integer> openByIp = new ConcurrentHashMap<>();
    private final ChannelFutureListener leaving = closing -> left();
    private final ChannelFutureListener leavingByIp = closing -> leftByIp(closing.channel());
    private final ChannelFutureListener leavingInAll = closing -> {
        leftByIp(closing.channel());
        left();
    };
    private final CompletableFuture<Void> empty = new CompletableFuture<>();
    private volatile int most;
    private volatile boolean closed;

    AcceptGate(Service service) {
        this.service = service;
        refresh();
    }

    /** Takes up limits that have changed; nobody who is in is sent away. */
    void refresh() {
        most = DescriptorLimit.clip(service.limits().maxConnections());
    }

    private Access access() {
        return service.access();
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object connection) {
        Channel channel = (Channel) connection;
        accepted.incrementAndGet();
        Optional<Refusal> refusal = open.incrementAndGet() > most
                ? refusal(CloseReason.REFUSED_MAX_CONNECTIONS, "at most " + most)
                : service.memory().isExceeded()
                        ? refusal(CloseReason.REFUSED_OVERLOAD, service.memory().expected())
                        : enter(channel);
        if (refusal.isPresent()) {
            log(context.channel().eventLoop(), channel, refusal.get());
            service.counts().closed(refusal.get().reason());
            channel.unsafe().closeForcibly();
            left();
        } else {
            context.fireChannelRead(connection);
        }
    }

    /**
     * Accepting has failed, for want of descriptors as a rule: to try again at once would be to try all the time. What waits
     * in the backlog is accepted later.
     */
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        failures.log(omitted -> LOG.warn("accepting pauses for a second: {}{}", SystemWords.of(cause), omitted));
        context.channel().config().setAutoRead(false);
        context.executor()
                .schedule(() -> context.channel().config().setAutoRead(true), PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** A load balancer's connection is looked at again when it has told whom it speaks for. */
    private Optional<Refusal> enter(Channel channel) {
        if (isFromProxy(channel)) {
            channel.closeFuture().addListener(leaving);
            return Optional.empty();
        }
        boolean alien =
                access().proxy().mode() == ProxyMode.REQUIRED && peer(channel).isPresent();
        Optional<Refusal> refusal =
                alien ? refusal(CloseReason.PROXY_HEADER, "a source in access.proxy-from") : refusalOf(channel, false);
        if (refusal.isEmpty()) {
            channel.closeFuture().addListener(leavingInAll);
        }
        return refusal;
    }

    /** Whether {@code channel} comes from a load balancer that may speak for others. */
    boolean isFromProxy(Channel channel) {
        return access().proxy().mode() != ProxyMode.OFF
                && peer(channel).filter(access().proxy().from()::contains).isPresent();
    }

    /**
     * Whether a connection may stay whose load balancer has told whom it speaks for; one that may not is closed.
     *
     * @param local whether it speaks for itself, which needs no permission
     */
    boolean admit(Channel channel, boolean local) {
        Optional<Refusal> refusal = refusalOf(channel, local);
        refusal.ifPresentOrElse(
                why -> {
                    log(channel.eventLoop(), channel, why);
                    Lobby.note(channel, why.reason());
                    channel.close();
                },
                () -> channel.closeFuture().addListener(leavingByIp));
        return refusal.isEmpty();
    }

    private Optional<Refusal> refusalOf(Channel channel, boolean local) {
        Optional<InetAddress> peer = peer(channel);
        if (!local && !access().permitsAll() && !peer.map(access()::permits).orElse(isUnix(channel))) {
            return refusal(CloseReason.REFUSED_ADDRESS, "one that access.allow and access.deny let in");
        }
        int mostPerIp = service.limits().maxConnectionsPerIp();
        boolean room = peer.isEmpty() || enterByIp(peer.get(), mostPerIp);
        return room ? Optional.empty() : refusal(CloseReason.REFUSED_PER_IP, "at most " + mostPerIp);
    }

    private static Optional<InetAddress> peer(Channel channel) {
        return PeerAddress.of(channel) instanceof InetSocketAddress inet
                ? Optional.ofNullable(inet.getAddress())
                : Optional.empty();
    }

    private static boolean isUnix(Channel channel) {
        return !(channel.localAddress() instanceof InetSocketAddress);
    }

    /** Counts the connection to its address; whether there is room. */
    private boolean enterByIp(InetAddress ip, int mostPerIp) {
        int now = openByIp.merge(ip, 1, Integer::sum);
        if (mostPerIp != 0 && now > mostPerIp) {
            leaveByIp(ip);
            return false;
        }
        return true;
    }

    private void leftByIp(Channel channel) {
        peer(channel).ifPresent(this::leaveByIp);
    }

    private void leaveByIp(InetAddress ip) {
        openByIp.computeIfPresent(ip, (key, count) -> count == 1 ? null : count - 1);
    }

    private record Refusal(CloseReason reason, String expected) {}

    private static Optional<Refusal> refusal(CloseReason reason, String expected) {
        return Optional.of(new Refusal(reason, expected));
    }

    private void log(EventLoop timer, Channel channel, Refusal refusal) {
        service.lines()
                .log(
                        refusal.reason(),
                        timer,
                        () -> LOG.info(
                                "closed {}: connection from {} (expected: {})",
                                refusal.reason().code(),
                                AddressText.of(PeerAddress.of(channel)),
                                refusal.expected()));
    }

    private void left() {
        if (open.decrementAndGet() == 0 && closed) {
            empty.complete(null);
        }
    }

    /** Connections accepted so far, let in or not. */
    long accepted() {
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
