package io.quintet.server;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.quintet.config.ListenAddress;
import io.quintet.config.ServerSettings;
import java.net.SocketAddress;
import java.nio.channels.UnresolvedAddressException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The sockets that one server accepts connections on. */
final class Listeners {
    /** How often in a row a listener that accepted nobody since is to be found so, and how often to look in all. */
    private static final int QUIET_LOOKS = 3;

    private static final int MOST_LOOKS = 50;
    private static final long LOOK_MILLIS = 10;

    private final ServerSettings settings;
    private final Transport transport;
    private final List<Channel> channels = new ArrayList<>();
    private final List<SocketFile> files = new ArrayList<>();

    Listeners(ServerSettings settings, Transport transport) {
        this.settings = settings;
        this.transport = transport;
    }

    /** Begins to listen on every address, or throws with the first that cannot be had. */
    void bind(EventLoopGroup loops, AcceptGate gate, ConnectionPipeline pipeline) {
        for (ListenAddress address : settings.listening().addresses()) {
            if (address instanceof ListenAddress.Unix unix) {
                files.add(SocketFile.claim(unix.path()));
            }
            ServerBootstrap bootstrap =
                    bootstrap(address).group(loops).handler(gate).childHandler(pipeline);
            ChannelFuture bound = bootstrap.bind(transport.bindAddress(address)).awaitUninterruptibly();
            if (!bound.isSuccess()) {
                throw refusal(address, bound.cause());
            }
            channels.add(bound.channel());
        }
    }

    private ServerBootstrap bootstrap(ListenAddress address) {
        ServerBootstrap bootstrap = new ServerBootstrap()
                .channel(transport.serverChannel(address))
                .option(ChannelOption.SO_BACKLOG, settings.listening().backlog());
        if (address instanceof ListenAddress.Tcp) {
            bootstrap.option(ChannelOption.SO_REUSEADDR, true).childOption(ChannelOption.TCP_NODELAY, true);
        }
        if (address instanceof ListenAddress.Tcp && settings.listening().reusePort()) {
            bootstrap.option(transport.reusePort(), true);
        }
        if (transport != Transport.NIO || address instanceof ListenAddress.Tcp) {
            bootstrap.childOption(ChannelOption.ALLOW_HALF_CLOSURE, true);
        }
        return bootstrap;
    }

    private static ServerStartException refusal(ListenAddress address, Throwable cause) {
        String why = cause instanceof UnresolvedAddressException ? "a name without an address" : SystemWords.of(cause);
        return new ServerStartException(
                "listen: " + address + " (expected: an address that can be bound; " + why + ")", cause);
    }

    /** What was bound, with the real ports, in the order of the settings. */
    List<SocketAddress> addresses() {
        return channels.stream()
                .map(Channel::localAddress)
                .map(PeerAddress::plain)
                .toList();
    }

    /**
     * Accepts no more, once there is nothing left to accept: a connection that waits in the backlog may have sent its
     * requests long ago, and closing the listener would reset it.
     */
    void closeWhenQuiet(AcceptGate gate) {
        channels.forEach(channel -> new QuietWatch(channel, gate).look());
    }

    /**
     * Closes one listener. It looks from the listener's own event loop, which accepts between two looks. Where connections
     * keep coming, it closes behind the next turn of accepting, when the backlog is as empty as it gets.
     */
    private static final class QuietWatch extends ChannelInboundHandlerAdapter {
        private final Channel channel;
        private final AcceptGate gate;
        private long accepted;
        private int quiet;
        private int looks;

        QuietWatch(Channel channel, AcceptGate gate) {
            this.channel = channel;
            this.gate = gate;
            this.accepted = gate.accepted();
        }

        void look() {
            channel.eventLoop().schedule(this::closeOrLookAgain, LOOK_MILLIS, TimeUnit.MILLISECONDS);
        }

        private void closeOrLookAgain() {
            quiet = gate.accepted() == accepted ? quiet + 1 : 0;
            accepted = gate.accepted();
            looks++;
            if (quiet == QUIET_LOOKS || looks > MOST_LOOKS) {
                channel.close();
                return;
            }
            if (looks == MOST_LOOKS) {
                channel.pipeline().addLast(this);
            }
            look();
        }

        @Override
        public void channelReadComplete(ChannelHandlerContext context) {
            context.close();
        }
    }

    /** Accepts no more, at once. */
    void close() {
        channels.forEach(Channel::close);
    }

    /** Done when nothing is accepted any more and the socket files are gone. */
    CompletableFuture<Void> whenClosed() {
        return CompletableFuture.allOf(
                        channels.stream().map(Listeners::whenClosed).toArray(CompletableFuture[]::new))
                .thenRun(() -> files.forEach(SocketFile::removeIfPossible));
    }

    private static CompletableFuture<Void> whenClosed(Channel channel) {
        CompletableFuture<Void> closed = new CompletableFuture<>();
        channel.closeFuture().addListener(done -> closed.complete(null));
        return closed;
    }
}
