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
import java.util.Objects;

/** Prints addresses as users write them: {@code 127.0.0.1:6789}, {@code [::1]:6789}, {@code unix:/run/quintet}. */
final class PeerAddress {
    private static final SocketAddress UNKNOWN = InetSocketAddress.createUnresolved("unknown", 0);

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

    /** An IPv4 peer of an IPv6 socket is that IPv4 peer: the native transports give it as {@code ::ffff:a.b.c.d}. */
    private static SocketAddress plain(SocketAddress address) {
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

    static String text(SocketAddress address) {
        if (address instanceof InetSocketAddress inet) {
            String host = inet.getAddress() == null
                    ? inet.getHostString()
                    : inet.getAddress().getHostAddress();
            return (host.contains(":") ? "[" + host + "]" : host) + ":" + inet.getPort();
        }
        if (address instanceof DomainSocketAddress unix) {
            return "unix:" + unix.path();
        }
        if (address instanceof UnixDomainSocketAddress unix) {
            return "unix:" + unix.getPath();
        }
        return address.toString();
    }
}
