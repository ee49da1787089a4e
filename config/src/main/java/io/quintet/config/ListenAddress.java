package io.quintet.config;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** One address that a server listens on. */
public sealed interface ListenAddress {
    /**
     * An Internet address.
     *
     * @param host a name or a literal, an IPv6 one without brackets
     * @param port zero for any free one
     */
    record Tcp(String host, int port) implements ListenAddress {
        /** Checks the range of the port and the form of a literal. */
        public Tcp {
            new IntRange(0, 65_535).require("listen", port);
            ListenAddressText.requireHost(host);
        }

        @Override
        public String toString() {
            return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
        }
    }

    /**
     * A socket in the file system.
     *
     * @param path where it appears
     */
    record Unix(Path path) implements ListenAddress {
        /** The system's room for a path, less the NUL behind it. */
        private static final int MOST_BYTES = 107;

        /** Checks that the system has room for the path. */
        public Unix {
            int length = path.toString().getBytes(StandardCharsets.UTF_8).length;
            if (length == 0 || length > MOST_BYTES) {
                throw new SettingException("listen", "unix:" + path, "unix:PATH with 1 to " + MOST_BYTES + " bytes");
            }
        }

        @Override
        public String toString() {
            return "unix:" + path;
        }
    }

    /**
     * Reads {@code 127.0.0.1:6789}, {@code [::1]:0}, {@code localhost:6789} or {@code unix:PATH}.
     *
     * @throws SettingException for anything else
     */
    static ListenAddress parse(String text) {
        return ListenAddressText.parse(text);
    }
}
