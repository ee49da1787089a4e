package io.quintet.server;

import io.netty.channel.Channel;
import io.netty.channel.unix.DomainSocketAddress;
import io.netty.util.AttributeKey;
import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.InvalidPathException;
import java.util.Objects;

/** Whom a connection is from, in the JDK's own types whatever the transport. */
final class PeerAddress {
    private static final SocketAddress UNKNOWN = InetSocketAddress.createUnresolved("unknown", 0);

    /** Of a Unix socket without a name, or with one that no file can have. */
    private static final SocketAddress NAMELESS = UnixDomainSocketAddress.of("");

    /** Whom a load balancer speaks for. */
    private static final AttributeKey<SocketAddress> TOLD = AttributeKey.valueOf(PeerAddress.class, "told");

    private PeerAddress() {}

    /** Has the channel's peer be the one that its load balancer tells. */
    static void set(Channel channel, SocketAddress told) {
        channel.attr(TOLD).set(told);
    }

    /**
     * The address of the other side: the one that a load balancer told, else the system's, which it no longer tells when
     * the peer has already reset.
     */
    static SocketAddress of(Channel channel) {
        if (channel.hasAttr(TOLD)) {
            return channel.attr(TOLD).get();
        }
        return plain(Objects.requireNonNullElse(channel.remoteAddress(), UNKNOWN));
    }

    /**
     * The same address as the JDK says it. The native transports have a class of their own for Unix sockets, and give an
     * IPv4 peer of an IPv6 socket as {@code ::ffff:a.b.c.d}.
     */
    static SocketAddress plain(SocketAddress address) {
        if (address instanceof DomainSocketAddress unix) {
            return plain(unix);
        }
        if (!(address instanceof InetSocketAddress inet) || !(inet.getAddress() instanceof Inet6Address six)) {
            return address;
        }
        try {
            InetAddress same = InetAddress.getByAddress(six.getAddress());
            return same instanceof Inet4Address ? new InetSocketAddress(same, inet.getPort()) : address;
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    private static SocketAddress plain(DomainSocketAddress address) {
        try {
            return UnixDomainSocketAddress.of(address.path());
        } catch (InvalidPathException e) {
            return NAMELESS;
        }
    }
}
