package io.quintet.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How many connections the operating system leaves room for. */
final class DescriptorLimit {
    /** Descriptors for everything that is not a connection: jars, listeners, event loops, logs. */
    private static final int RESERVE = 128;

    private static final Path LIMITS = Path.of("/proc/self/limits");

    /** The line says {@code unlimited} where there is none. */
    private static final Pattern SOFT_LIMIT = Pattern.compile("^Max open files +(\\d+)", Pattern.MULTILINE);

    private DescriptorLimit() {}

    /** At most {@code wanted} connections, zero being no wish, and no more than there are descriptors for. */
    static int clip(int wanted) {
        int limit = wanted == 0 ? Integer.MAX_VALUE : wanted;
        return Math.min(limit, Math.max(1, openFiles() - RESERVE));
    }

    /** The soft limit of open files; Linux tells it, others are taken to have none. */
    private static int openFiles() {
        if (!Files.isReadable(LIMITS)) {
            return Integer.MAX_VALUE;
        }
        try {
            Matcher soft = SOFT_LIMIT.matcher(Files.readString(LIMITS));
            return soft.find() ? (int) Math.min(Integer.MAX_VALUE, Long.parseLong(soft.group(1))) : Integer.MAX_VALUE;
        } catch (IOException | NumberFormatException unexpected) {
            throw new ServerStartException(LIMITS + ": unreadable (expected: the limits of this process)", unexpected);
        }
    }
}
