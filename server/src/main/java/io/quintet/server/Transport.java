package io.quintet.server;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.ServerChannel;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollServerDomainSocketChannel;
import io.netty.channel.epoll.EpollServerSocketChannel;
import io.netty.channel.kqueue.KQueue;
import io.netty.channel.kqueue.KQueueIoHandler;
import io.netty.channel.kqueue.KQueueServerDomainSocketChannel;
import io.netty.channel.kqueue.KQueueServerSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannelConfig;
import io.netty.channel.socket.nio.NioChannelOption;
import io.netty.channel.socket.nio.NioServerDomainSocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.channel.unix.DomainSocketAddress;
import io.netty.channel.unix.UnixChannelOption;
import io.netty.channel.uring.IoUring;
import io.netty.channel.uring.IoUringIoHandler;
import io.netty.channel.uring.IoUringIoHandlerConfig;
import io.netty.channel.uring.IoUringServerDomainSocketChannel;
import io.netty.channel.uring.IoUringServerSocketChannel;
import io.netty.channel.uring.IoUringSocketChannel;
import io.netty.channel.uring.IoUringTcpInfo;
import io.quintet.config.ListenAddress;
import io.quintet.config.TransportChoice;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A way to wait for sockets, with the channels that belong to it. */
enum Transport {
    IO_URING(TransportChoice.IO_URING) {
        @Override
        @Nullable
        Throwable obstacle() {
            return IoUring.unavailabilityCause();
        }

        @Override
        IoHandlerFactory ioHandlers() {
            return IoUringIoHandler.newFactory(new IoUringIoHandlerConfig().setCqSize(COMPLETIONS));
        }

        @Override
        Class<? extends ServerChannel> serverChannel(ListenAddress address) {
            return isTcp(address) ? IoUringServerSocketChannel.class : IoUringServerDomainSocketChannel.class;
        }
    },
    EPOLL(TransportChoice.EPOLL) {
        @Override
        @Nullable
        Throwable obstacle() {
            return Epoll.unavailabilityCause();
        }

        @Override
        IoHandlerFactory ioHandlers() {
            return SteadyEpoll.newFactory();
        }

        @Override
        Class<? extends ServerChannel> serverChannel(ListenAddress address) {
            return isTcp(address) ? EpollServerSocketChannel.class : EpollServerDomainSocketChannel.class;
        }
    },
    KQUEUE(TransportChoice.KQUEUE) {
        @Override
        @Nullable
        Throwable obstacle() {
            return KQueue.unavailabilityCause();
        }

        @Override
        IoHandlerFactory ioHandlers() {
            return KQueueIoHandler.newFactory();
        }

        @Override
        Class<? extends ServerChannel> serverChannel(ListenAddress address) {
            return isTcp(address) ? KQueueServerSocketChannel.class : KQueueServerDomainSocketChannel.class;
        }
    },
    NIO(TransportChoice.NIO) {
        @Override
        @Nullable
        Throwable obstacle() {
            return null;
        }

        @Override
        IoHandlerFactory ioHandlers() {
            return NioIoHandler.newFactory();
        }

        @Override
        Class<? extends ServerChannel> serverChannel(ListenAddress address) {
            return isTcp(address) ? NioServerSocketChannel.class : NioServerDomainSocketChannel.class;
        }
    };

    /** Completions that may wait for one event loop at a time: some for each of ten thousand connections. */
    private static final int COMPLETIONS = 32 * 1024;

    /** What the kernel calls a socket without a connection. */
    private static final int TCP_CLOSE = 7;

    private final TransportChoice choice;

    Transport(TransportChoice choice) {
        this.choice = choice;
    }

    /** Why this machine cannot use it; null where it can. */
    abstract @Nullable Throwable obstacle();

    abstract IoHandlerFactory ioHandlers();

    /** What an event loop waits for its sockets by, or does not wait by. */
    IoHandlerFactory ioHandlers(boolean busyPoll) {
        return busyPoll ? BusyPolling.of(ioHandlers()) : ioHandlers();
    }

    abstract Class<? extends ServerChannel> serverChannel(ListenAddress address);

    /** What has a TCP listener share its port. */
    ChannelOption<Boolean> reusePort() {
        return this == NIO ? NioChannelOption.of(StandardSocketOptions.SO_REUSEPORT) : UnixChannelOption.SO_REUSEPORT;
    }

    /** Whether a read happens in the call that asks for its buffer, rather than some time later in the kernel. */
    boolean readsAtOnce() {
        return this != IO_URING;
    }

    /** Whether {@code channel} stays open at the end of its input: Netty's Unix sockets do so on some transports only. */
    boolean knowsHalfClosure(Channel channel) {
        return this == EPOLL || this == KQUEUE || channel.config() instanceof SocketChannelConfig;
    }

    /**
     * Whether the peer's system has taken bytes in the last {@code millis}, where the channel itself cannot tell: the
     * kernel may carry out a long io_uring write in a thread of its own, and reports it only when it is whole.
     */
    static boolean isMoving(Channel channel, long millis) {
        if (!(channel instanceof IoUringSocketChannel ring)) {
            return false;
        }
        IoUringTcpInfo connection = ring.tcpInfo();
        return connection.lastDataSent() < millis && connection.lastAckRecv() < millis;
    }

    /** Whether {@code channel} is not always told when its peer resets the connection: see {@link ResetWatch}. */
    static boolean mayMissReset(Channel channel) {
        return channel instanceof IoUringSocketChannel;
    }

    /** Whether such a channel's connection has ended in both directions. */
    static boolean isGone(Channel channel) {
        return channel instanceof IoUringSocketChannel ring
                && ring.isActive()
                && ring.tcpInfo().state() == TCP_CLOSE;
    }

    /** The address in the form that this transport's channels take. */
    SocketAddress bindAddress(ListenAddress address) {
        if (address instanceof ListenAddress.Tcp tcp) {
            return new InetSocketAddress(tcp.host(), tcp.port());
        }
        ListenAddress.Unix unix = (ListenAddress.Unix) address;
        return this == NIO
                ? UnixDomainSocketAddress.of(unix.path())
                : new DomainSocketAddress(unix.path().toString());
    }

    /** The transport of an explicit choice; absent for {@code auto}. */
    static Optional<Transport> of(TransportChoice choice) {
        for (Transport transport : values()) {
            if (transport.choice == choice) {
                return Optional.of(transport);
            }
        }
        return Optional.empty();
    }

    private static boolean isTcp(ListenAddress address) {
        return address instanceof ListenAddress.Tcp;
    }

    @Override
    public String toString() {
        return choice.toString();
    }
}
