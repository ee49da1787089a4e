package io.quintet.config;

import java.util.Locale;

/** Whether a connection begins with a header of the PROXY protocol. */
public enum ProxyMode {
    /** Never: such bytes are as any other. */
    OFF,
    /** Where it comes from one of the proxies and begins so. */
    OPTIONAL,
    /** Always; a connection without it is closed. */
    REQUIRED;

    /** The word that a user writes: {@code optional}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
