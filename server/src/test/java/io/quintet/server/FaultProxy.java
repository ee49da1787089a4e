package io.quintet.server;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Stands between clients and a server and does to each connection what its {@link FaultPlan} says: delay, jitter, slices,
 * bytes that leave together, a bandwidth, a reset, a half-close or a black hole at some byte, and a late beginning.
 */
final class FaultProxy implements AutoCloseable {
    private final MultiThreadIoEventLoopGroup loop = new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final Map<Integer, FaultPlan> plans = new ConcurrentHashMap<>();
    private final AtomicLong connected = new AtomicLong();
    private final SocketAddress server;
    private final Channel listener;

    FaultProxy(SocketAddress server) {
        this.server = server;
        this.listener = new ServerBootstrap()
                .group(loop)
                .channel(NioServerSocketChannel.class)
                .childOption(ChannelOption.AUTO_READ, false)
                .childOption(ChannelOption.ALLOW_HALF_CLOSURE, true)
                .childOption(ChannelOption.TCP_NODELAY, true)
                .childHandler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel client) {
                        accepted(client);
                    }
                })
                .bind("127.0.0.1", 0)
                .syncUninterruptibly()
                .channel();
    }

    SocketAddress address() {
        return listener.localAddress();
    }

    /** What the connection from {@code clientPort}, which is to come, will meet. */
    void plan(int clientPort, FaultPlan plan) {
        plans.put(clientPort, plan);
    }

    /** How many connections to the server there were. */
    long connected() {
        return connected.get();
    }

    private void accepted(SocketChannel client) {
        FaultPlan plan = plans.remove(client.remoteAddress().getPort());
        loop.schedule(() -> connect(client, plan), plan.connectMillis(), TimeUnit.MILLISECONDS);
    }

    private void connect(SocketChannel client, FaultPlan plan) {
        new Bootstrap()
                .group(loop)
                .channel(NioSocketChannel.class)
                .option(ChannelOption.AUTO_READ, false)
                .option(ChannelOption.ALLOW_HALF_CLOSURE, true)
                .option(ChannelOption.TCP_NODELAY, true)
                .handler(new ChannelInitializer<SocketChannel>() {
                    @Override
                    protected void initChannel(SocketChannel channel) {}
                })
                .connect((InetSocketAddress) server)
                .addListener((ChannelFutureListener) connecting -> {
                    if (connecting.isSuccess()) {
                        connected.incrementAndGet();
                        FaultRelay.join(client, (SocketChannel) connecting.channel(), plan);
                    } else {
                        client.close();
                    }
                });
    }

    @Override
    public void close() {
        loop.shutdownGracefully(0, 5, TimeUnit.SECONDS).syncUninterruptibly();
    }
}
