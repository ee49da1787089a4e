package io.quintet.logic;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.util.Comparator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Prints addresses as users write them: {@code 127.0.0.1:6789}, {@code [::1]:6789}, {@code unix:/run/quintet}. */
public final class AddressText {
    private static final Pattern ZEROS = Pattern.compile("(?:^|:)0(?::0)+(?=:|$)");

    private AddressText() {}

    /** The text of {@code address}: one line, whatever name a peer gave its Unix socket; {@code unix} if it has none. */
    public static String of(SocketAddress address) {
        if (address instanceof UnixDomainSocketAddress unix) {
            String path = Printable.text(unix.getPath().toString());
            return path.isEmpty() ? "unix" : "unix:" + path;
        }
        if (!(address instanceof InetSocketAddress inet)) {
            return Printable.text(address.toString());
        }
        return host(inet) + ":" + inet.getPort();
    }

    private static String host(InetSocketAddress inet) {
        InetAddress address = inet.getAddress();
        if (address == null) {
            return inet.getHostString();
        }
        return address instanceof Inet6Address
                ? "[" + shortened(address.getHostAddress()) + "]"
                : address.getHostAddress();
    }

    /** The longest run of zeros becomes {@code ::}; the interface that a link-local address came by is left out. */
    private static String shortened(String ipv6) {
        String whole = ipv6.replaceFirst("%.*", "");
        return ZEROS.matcher(whole)
                .results()
                .max(Comparator.comparingInt(run -> run.end() - run.start()))
                .map(run -> without(whole, run))
                .orElse(whole);
    }

    private static String without(String whole, MatchResult run) {
        String behind = whole.substring(run.end());
        return whole.substring(0, run.start()) + (behind.isEmpty() ? "::" : ":" + behind);
    }
}
