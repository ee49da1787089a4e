package io.quintet.client;

import java.nio.file.Path;

/** Where a server listens, as a client names it. */
public sealed interface ServerAddress {
    /**
     * An Internet address.
     *
     * @param host a name or a literal, an IPv6 one without brackets
     * @param port the server's port
     */
    record Tcp(String host, int port) implements ServerAddress {
        /** Checks the range of the port. */
        public Tcp {
            if (host.isEmpty() || port < 1 || port > 65_535) {
                throw ServerAddressText.wrong(host + ":" + port);
            }
        }

        @Override
        public String toString() {
            return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
        }
    }

    /**
     * A socket in the file system.
     *
     * @param path where it is
     */
    record Unix(Path path) implements ServerAddress {
        @Override
        public String toString() {
            return "unix:" + path;
        }
    }

    /**
     * Reads {@code 127.0.0.1:6789}, {@code [::1]:6789}, {@code example.org:6789} or {@code unix:PATH}.
     *
     * @throws IllegalArgumentException for anything else
     */
    static ServerAddress parse(String text) {
        return ServerAddressText.parse(text);
    }
}
