package io.quintet.config;

import java.util.Locale;

/** Who does the cryptography of TLS. */
public enum TlsEngine {
    /** BoringSSL where it is present, else the JDK. */
    AUTO,
    /** Google's native library, through netty-tcnative. */
    BORINGSSL,
    /** The JDK. */
    JDK;

    /** The word that a user writes: {@code jdk}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
