package io.quintet.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;

/**
 * How long this JVM has been running, its own start included. Taken from the thread that the JVM began on: the process may
 * be older, since {@code ./quintet} builds before it becomes the command.
 */
final class StartClock {
    private static final long MILLIS_A_TICK = 10;
    private static final int START_FIELD = 22;

    private final long loaded = System.nanoTime();

    /** As the kernel says, to a hundredth of a second; where it does not, since this clock was made. */
    Duration elapsed() {
        OptionalLong sinceThreadBegan = millisSinceThreadBegan();
        return sinceThreadBegan.isPresent()
                ? Duration.ofMillis(sinceThreadBegan.getAsLong())
                : Duration.ofNanos(System.nanoTime() - loaded);
    }

    private static OptionalLong millisSinceThreadBegan() {
        try {
            String stat = Files.readString(Path.of("/proc/thread-self/stat"));
            String afterName = stat.substring(stat.lastIndexOf(')') + 2);
            long startTicks = Long.parseLong(afterName.split(" ", -1)[START_FIELD - 3]);
            String uptime = Files.readString(Path.of("/proc/uptime"));
            double uptimeSeconds = Double.parseDouble(uptime.substring(0, uptime.indexOf(' ')));
            return OptionalLong.of(Math.round(uptimeSeconds * 1000) - startTicks * MILLIS_A_TICK);
        } catch (IOException | RuntimeException e) {
            return OptionalLong.empty();
        }
    }
}
