package io.quintet.server;

import io.netty.util.concurrent.DefaultThreadFactory;
import io.quintet.config.ServerTls;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks every second whether the files of {@link Tls} have changed, on a thread of its own, and has them read a second after
 * the last change, when both of a pair are there. Asking for them is cheap, and unlike being told by the system it works for
 * symbolic links, as certificates are mounted into containers by them.
 */
final class TlsWatch implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger("io.quintet.server.tls");
    private static final Duration A_DAY = Duration.ofDays(1);

    private final ScheduledExecutorService thread =
            Executors.newSingleThreadScheduledExecutor(new DefaultThreadFactory("quintet-tls-watch", true));
    private final List<Path> files;
    private final Runnable changed;
    private final Runnable daily;
    private String seen;
    private boolean changing;
    private Instant warned = Instant.now();

    /**
     * @param changed is run when files have changed
     * @param daily is run once a day
     */
    TlsWatch(ServerTls settings, Runnable changed, Runnable daily) {
        this.files = files(settings);
        this.changed = changed;
        this.daily = daily;
        this.seen = state();
    }

    void start() {
        thread.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
    }

    private static List<Path> files(ServerTls settings) {
        ServerTls.Identity identity = settings.identity();
        return Stream.of(
                        Optional.of(identity.certificate()),
                        identity.key(),
                        identity.passwordFile(),
                        settings.clientCa())
                .flatMap(Optional::stream)
                .toList();
    }

    private void look() {
        try {
            String now = state();
            if (!now.equals(seen)) {
                seen = now;
                changing = true;
            } else if (changing) {
                changing = false;
                changed.run();
            }
            if (Instant.now().isAfter(warned.plus(A_DAY))) {
                warned = Instant.now();
                daily.run();
            }
        } catch (RuntimeException e) {
            LOG.error("the certificate could not be looked at", e);
        }
    }

    private String state() {
        return files.stream().map(TlsWatch::state).collect(Collectors.joining(" "));
    }

    private static String state(Path file) {
        try {
            BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
            return now.lastModifiedTime() + "," + now.size() + "," + now.fileKey();
        } catch (IOException e) {
            return "none";
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
