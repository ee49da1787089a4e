package io.quintet.config;

import java.util.Locale;

/** Whether a client shows a certificate. */
public enum ClientAuth {
    /** It is not asked for one. */
    NONE,
    /** It may; one that it shows must be good. */
    OPTIONAL,
    /** It must. */
    REQUIRED;

    /** The word that a user writes: {@code required}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
