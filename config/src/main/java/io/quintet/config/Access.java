package io.quintet.config;

import java.net.InetAddress;

/**
 * Who may connect over the network; a socket in the file system has permissions of its own.
 *
 * @param allow the addresses let in; none lets in all
 * @param deny those kept out all the same
 * @param proxy how a load balancer tells whom it speaks for
 */
public record Access(AddressRanges allow, AddressRanges deny, ProxyProtocol proxy) {
    /** Everybody, for himself. */
    public static final Access DEFAULT = new Access(AddressRanges.NONE, AddressRanges.NONE, ProxyProtocol.OFF);

    /** Whether {@code address} is let in. */
    public boolean permits(InetAddress address) {
        return !deny.contains(address) && (allow.isEmpty() || allow.contains(address));
    }

    /** Whether every address is let in. */
    public boolean permitsAll() {
        return allow.isEmpty() && deny.isEmpty();
    }

    /** These rules for other addresses. */
    public Access withRanges(AddressRanges allowed, AddressRanges denied) {
        return new Access(allowed, denied, proxy);
    }

    /** These rules behind other load balancers. */
    public Access withProxy(ProxyProtocol other) {
        return new Access(allow, deny, other);
    }
}
