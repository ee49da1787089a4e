package io.quintet.bench;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.uring.IoUringIoHandler;
import io.netty.channel.uring.IoUringServerSocketChannel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A server in the usual style of Netty, as a peer to compare with: a decoder, an encoder and a handler that reverses, one
 * event loop, one flush a read. It has no limits and no clocks.
 */
public final class CodecServer implements AutoCloseable {
    private final EventLoopGroup loop;
    private final Channel listener;

    private CodecServer(IoHandlerFactory handlers, Class<? extends ServerChannel> type) {
        loop = new MultiThreadIoEventLoopGroup(1, handlers);
        listener = new ServerBootstrap()
                .group(loop)
                .channel(type)
                .option(ChannelOption.SO_BACKLOG, 1024)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline().addLast(new DigitsDecoder(), new DigitsEncoder(), new Reverser());
                    }
                })
                .bind(InetAddress.getLoopbackAddress(), 0)
                .syncUninterruptibly()
                .channel();
    }

    /** Serves on a free port of loopback, by {@code nio}, {@code epoll} or {@code io_uring}. */
    public static CodecServer start(String transport) {
        return switch (transport) {
            case "nio" -> new CodecServer(NioIoHandler.newFactory(), NioServerSocketChannel.class);
            case "epoll" -> new CodecServer(EpollIoHandler.newFactory(), EpollServerSocketChannel.class);
            case "io_uring" -> new CodecServer(IoUringIoHandler.newFactory(), IoUringServerSocketChannel.class);
            default ->
                throw new IllegalArgumentException("transport: " + transport + " (expected: nio, epoll or io_uring)");
        };
    }

    /** Where it listens. */
    public String address() {
        return "127.0.0.1:" + ((InetSocketAddress) listener.localAddress()).getPort();
    }

    @Override
    public void close() {
        loop.shutdownGracefully().syncUninterruptibly();
    }

    /** Serves until it is killed; the arguments are a transport and a file for the address. */
    public static void main(String... arguments) throws IOException {
        CodecServer server = start(arguments[0]);
        Path file = Path.of(arguments[1]);
        Path whole = Files.writeString(Path.of(arguments[1] + ".new"), server.address() + "\n");
        Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
        server.listener.closeFuture().syncUninterruptibly();
    }
}
