package io.quintet.admin;

import java.util.Map;

/**
 * What the JDK's HTTP server lets a client take. It reads its bounds from system properties, once in a process; those that
 * are set already stay.
 */
final class HttpBounds {
    static final int MOST_CONNECTIONS = 32;

    private static final Map<String, String> BOUNDS = Map.of(
            "jdk.httpserver.maxConnections", Integer.toString(MOST_CONNECTIONS),
            "sun.net.httpserver.maxReqTime", "5",
            "sun.net.httpserver.maxRspTime", "10",
            "sun.net.httpserver.idleInterval", "30",
            "sun.net.httpserver.maxReqHeaders", "50",
            "sun.net.httpserver.maxReqHeaderSize", "16384",
            "sun.net.httpserver.drainAmount", "0",
            "sun.net.httpserver.nodelay", "true");

    private HttpBounds() {}

    /** Sets them; to be called before the first server is made. */
    static void apply() {
        BOUNDS.forEach((name, value) -> {
            if (System.getProperty(name) == null) {
                System.setProperty(name, value);
            }
        });
    }
}
