package io.quintet.config;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Where a server listens.
 *
 * @param addresses at least one
 * @param backlog connections that the system holds until the server accepts them
 * @param reusePort whether other servers of the same user may listen there at the same time
 */
public record Listening(List<ListenAddress> addresses, int backlog, boolean reusePort) {
    static final IntRange BACKLOG = new IntRange(1, 65_535);

    /** This machine only, port 6789. */
    public static final Listening DEFAULT =
            new Listening(List.of(new ListenAddress.Tcp("127.0.0.1", 6789)), 4096, false);

    /** Checks that there is an address, and the range of the backlog. */
    public Listening {
        addresses = List.copyOf(addresses);
        if (addresses.isEmpty()) {
            throw new SettingException("listen", "none", "at least one address");
        }
        requireDifferent(addresses);
        BACKLOG.require("backlog", backlog);
    }

    /** One address with the default backlog. */
    public static Listening on(ListenAddress address) {
        return new Listening(List.of(address), DEFAULT.backlog, false);
    }

    /** The same addresses with another backlog. */
    public Listening withBacklog(int connections) {
        return new Listening(addresses, connections, reusePort);
    }

    /** The same, sharing its ports or not. */
    public Listening withReusePort(boolean shared) {
        return new Listening(addresses, backlog, shared);
    }

    /** Compared as they are written: for the hash code of a record the JVM would generate code in every start. */
    private static void requireDifferent(List<ListenAddress> addresses) {
        Set<String> seen = new HashSet<>();
        for (ListenAddress address : addresses) {
            boolean anyPort = address instanceof ListenAddress.Tcp tcp && tcp.port() == 0;
            if (!anyPort && !seen.add(address.toString())) {
                throw new SettingException("listen", address.toString(), "given once");
            }
        }
    }
}
