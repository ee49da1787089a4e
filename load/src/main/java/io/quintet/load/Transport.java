package io.quintet.load;

import io.netty.channel.Channel;
import io.netty.channel.IoHandlerFactory;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollDomainSocketChannel;
import io.netty.channel.epoll.EpollIoHandler;
import io.netty.channel.epoll.EpollSocketChannel;
import io.netty.channel.kqueue.KQueue;
import io.netty.channel.kqueue.KQueueDomainSocketChannel;
import io.netty.channel.kqueue.KQueueIoHandler;
import io.netty.channel.kqueue.KQueueSocketChannel;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioDomainSocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.channel.unix.DomainSocketAddress;
import io.netty.channel.uring.IoUring;
import io.netty.channel.uring.IoUringDomainSocketChannel;
import io.netty.channel.uring.IoUringIoHandler;
import io.netty.channel.uring.IoUringSocketChannel;
import io.quintet.client.ServerAddress;
import io.quintet.config.TransportChoice;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A way to wait for sockets, with the channels that belong to it. */
enum Transport {
    EPOLL(EpollSocketChannel.class, EpollDomainSocketChannel.class, Epoll::unavailabilityCause),
    IO_URING(IoUringSocketChannel.class, IoUringDomainSocketChannel.class, IoUring::unavailabilityCause),
    KQUEUE(KQueueSocketChannel.class, KQueueDomainSocketChannel.class, KQueue::unavailabilityCause),
    NIO(NioSocketChannel.class, NioDomainSocketChannel.class, () -> null);

    private final Class<? extends Channel> internet;
    private final Class<? extends Channel> unix;

    @SuppressWarnings("ImmutableEnumChecker") // method references keep nothing
    private final Supplier<@Nullable Throwable> obstacle;

    Transport(
            Class<? extends Channel> internet, Class<? extends Channel> unix, Supplier<@Nullable Throwable> obstacle) {
        this.internet = internet;
        this.unix = unix;
        this.obstacle = obstacle;
    }

    /** What was asked for; for {@code auto}, what the server's {@code auto} would be on this machine. */
    static Transport pick(TransportChoice choice) {
        if (choice != TransportChoice.AUTO) {
            return available(valueOf(choice.name()));
        }
        for (Transport transport : new Transport[] {EPOLL, KQUEUE}) {
            if (transport.obstacle.get() == null) {
                return transport;
            }
        }
        return NIO;
    }

    private static Transport available(Transport transport) {
        Throwable cause = transport.obstacle.get();
        if (cause == null) {
            return transport;
        }
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        throw new LoadException(
                LoadException.Kind.UNAVAILABLE,
                "transport: " + transport + " (expected: one that this machine has; "
                        + String.valueOf(cause.getMessage()).lines().findFirst().orElse("") + ")");
    }

    IoHandlerFactory ioHandlers() {
        return switch (this) {
            case EPOLL -> EpollIoHandler.newFactory();
            case IO_URING -> IoUringIoHandler.newFactory();
            case KQUEUE -> KQueueIoHandler.newFactory();
            case NIO -> NioIoHandler.newFactory();
        };
    }

    Class<? extends Channel> channelTo(ServerAddress address) {
        return address instanceof ServerAddress.Tcp ? internet : unix;
    }

    SocketAddress socketAddress(ServerAddress address) {
        if (address instanceof ServerAddress.Tcp tcp) {
            return new InetSocketAddress(tcp.host(), tcp.port());
        }
        ServerAddress.Unix socket = (ServerAddress.Unix) address;
        return this == NIO
                ? UnixDomainSocketAddress.of(socket.path())
                : new DomainSocketAddress(socket.path().toString());
    }

    @Override
    public String toString() {
        return TransportChoice.valueOf(name()).toString();
    }
}
