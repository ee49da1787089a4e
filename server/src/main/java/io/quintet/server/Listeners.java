package io.quintet.server;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.quintet.config.ListenAddress;
import io.quintet.config.ServerSettings;
import io.quintet.config.WriteBuffer;
import java.net.SocketAddress;
import java.nio.channels.UnresolvedAddressException;
import java.util.ArrayList;
import java.util.List;

/** The sockets that one server accepts connections on. */
final class Listeners {
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
        WriteBuffer marks = settings.limits().writeBuffer();
        ServerBootstrap bootstrap = new ServerBootstrap()
                .channel(transport.serverChannel(address))
                .option(ChannelOption.SO_BACKLOG, settings.listening().backlog())
                .childOption(ChannelOption.ALLOW_HALF_CLOSURE, true)
                .childOption(
                        ChannelOption.WRITE_BUFFER_WATER_MARK, new WriteBufferWaterMark(marks.low(), marks.high()));
        if (address instanceof ListenAddress.Tcp) {
            bootstrap.option(ChannelOption.SO_REUSEADDR, true).childOption(ChannelOption.TCP_NODELAY, true);
        }
        return bootstrap;
    }

    private static ServerStartException refusal(ListenAddress address, Throwable cause) {
        String why = cause instanceof UnresolvedAddressException ? "a name without an address" : cause.getMessage();
        return new ServerStartException(
                "listen: " + address + " (expected: an address that can be bound; " + why + ")", cause);
    }

    /** What was bound, with the real ports, in the order of the settings. */
    List<SocketAddress> addresses() {
        return channels.stream().map(Channel::localAddress).toList();
    }

    /** Accepts no more. */
    void close() {
        channels.forEach(channel -> channel.close().awaitUninterruptibly());
        files.forEach(SocketFile::remove);
    }
}
