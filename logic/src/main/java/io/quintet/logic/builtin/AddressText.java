package io.quintet.logic.builtin;

import java.net.InetSocketAddress;
import java.net.SocketAddress;

/** An address as users write it: {@code 127.0.0.1:6789}, {@code [::1]:6789}. */
final class AddressText {
    private AddressText() {}

    static String of(SocketAddress address) {
        if (!(address instanceof InetSocketAddress inet)) {
            return address.toString();
        }
        String host = inet.getHostString();
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + inet.getPort();
    }
}
