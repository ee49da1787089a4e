package io.quintet.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The file of a Unix socket. A server that was killed leaves it behind; a file that nobody listens on is removed before
 * binding, anything else is left alone.
 */
record SocketFile(Path path) {
    private static final Logger LOG = LoggerFactory.getLogger(SocketFile.class);

    /** Makes way for a socket at {@code path}. */
    static SocketFile claim(Path path) {
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            if (!isSocket(path)) {
                throw new ServerStartException("listen: unix:" + path + " (expected: a free path, not a file)");
            }
            if (isListening(path)) {
                throw new ServerStartException("listen: unix:" + path + " (expected: a path nobody listens on)");
            }
        }
        SocketFile file = new SocketFile(path);
        file.remove();
        return file;
    }

    private static boolean isSocket(Path path) {
        return !Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)
                && !Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)
                && !Files.isSymbolicLink(path);
    }

    private static boolean isListening(Path path) {
        try (SocketChannel probe = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            return probe.connect(UnixDomainSocketAddress.of(path));
        } catch (IOException nobody) {
            return false;
        }
    }

    /** At a server's end, which a file that stays does not hold up. */
    void removeIfPossible() {
        try {
            remove();
        } catch (UncheckedIOException refused) {
            LOG.warn("{}", refused.getMessage());
        }
    }

    private void remove() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException refused) {
            throw new UncheckedIOException("listen: unix:" + path + " (expected: a file that can be removed)", refused);
        }
    }
}
