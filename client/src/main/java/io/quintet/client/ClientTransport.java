package io.quintet.client;

import io.netty.channel.Channel;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioDomainSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * The event loops and sockets of one or many clients. A client without one makes its own and ends it; one that was given
 * to a client is its giver's to close.
 *
 * <p>A native one: {@code new ClientTransport(group, EpollSocketChannel.class, EpollDomainSocketChannel.class,
 * path -> new DomainSocketAddress(path.toFile()))}.
 *
 * @param loops where the connections live
 * @param tcp the channel to Internet addresses
 * @param unix the channel to sockets in the file system
 * @param unixAddress how that channel wants its address
 */
public record ClientTransport(
        EventLoopGroup loops,
        Class<? extends Channel> tcp,
        Class<? extends Channel> unix,
        Function<Path, SocketAddress> unixAddress)
        implements AutoCloseable {

    /** The JDK's sockets on a number of daemon threads. */
    public static ClientTransport nio(int threads) {
        var names = new DefaultThreadFactory("quintet-client", true);
        var loops = new MultiThreadIoEventLoopGroup(threads, names, NioIoHandler.newFactory());
        return new ClientTransport(
                loops, NioSocketChannel.class, NioDomainSocketChannel.class, UnixDomainSocketAddress::of);
    }

    Class<? extends Channel> channelTo(ServerAddress address) {
        return address instanceof ServerAddress.Unix ? unix : tcp;
    }

    /** Not yet resolved: resolving may take time and belongs to connecting. */
    SocketAddress socketAddress(ServerAddress address) {
        if (address instanceof ServerAddress.Tcp internet) {
            return InetSocketAddress.createUnresolved(internet.host(), internet.port());
        }
        return unixAddress.apply(((ServerAddress.Unix) address).path());
    }

    /** Ends the loops; clients on them should have been closed before. Does not wait. */
    @Override
    public void close() {
        loops.shutdownGracefully(0, 2, TimeUnit.SECONDS);
    }
}
