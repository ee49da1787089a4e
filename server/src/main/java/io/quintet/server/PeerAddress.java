package io.quintet.server;

import io.netty.channel.Channel;
import io.netty.channel.unix.DomainSocketAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.util.Objects;

/** Prints addresses as users write them: {@code 127.0.0.1:6789}, {@code [::1]:6789}, {@code unix:/run/quintet}. */
final class PeerAddress {
    private static final SocketAddress UNKNOWN = InetSocketAddress.createUnresolved("unknown", 0);

    private PeerAddress() {}

    /** The address of the other side, which the system no longer tells when the peer has already reset. */
    static SocketAddress of(Channel channel) {
        return Objects.requireNonNullElse(channel.remoteAddress(), UNKNOWN);
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
