package io.quintet.config;

/**
 * Which peers are load balancers that tell, in a header of the PROXY protocol, whom they speak for.
 *
 * @param mode whether they do
 * @param from their addresses: from nobody else is such a header believed
 */
public record ProxyProtocol(ProxyMode mode, AddressRanges from) {
    /** Nobody speaks for anybody. */
    public static final ProxyProtocol OFF = new ProxyProtocol(ProxyMode.OFF, AddressRanges.NONE);

    /** Checks that addresses are named where, and only where, they mean something. */
    public ProxyProtocol {
        if (mode != ProxyMode.OFF && from.isEmpty()) {
            throw new SettingException(
                    "access.proxy-from", "none", "the addresses of the proxies, for access.proxy-protocol " + mode);
        }
        if (mode == ProxyMode.OFF && !from.isEmpty()) {
            throw new SettingException(
                    "access.proxy-from", from.toString(), "access.proxy-protocol optional or required with it");
        }
    }
}
