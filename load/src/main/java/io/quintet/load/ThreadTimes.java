package io.quintet.load;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What became of the calling thread's time so far, in nanoseconds.
 *
 * @param running on a processor
 * @param waiting for a processor, with something to do; 0 where the system does not tell
 */
record ThreadTimes(long running, long waiting) {
    private static final Path LINUX = Path.of("/proc/thread-self/schedstat");

    static ThreadTimes now() {
        try {
            String[] fields = Files.readString(LINUX).strip().split(" ", -1);
            return new ThreadTimes(Long.parseLong(fields[0]), Long.parseLong(fields[1]));
        } catch (IOException | RuntimeException elsewhere) {
            return new ThreadTimes(
                    Math.max(0, ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime()), 0);
        }
    }

    ThreadTimes minus(ThreadTimes earlier) {
        return new ThreadTimes(running - earlier.running, waiting - earlier.waiting);
    }
}
