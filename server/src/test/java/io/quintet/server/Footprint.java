package io.quintet.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.ByteBufAllocator;
import io.netty.buffer.ByteBufAllocatorMetricProvider;
import io.netty.buffer.UnpooledByteBufAllocator;
import java.io.File;
import java.lang.management.ManagementFactory;

/** What this JVM holds: heap in use behind a collection, bytes for buffers, descriptors, and threads but those of logics. */
record Footprint(long heap, long buffers, int descriptors, int threads) {
    private static final long MEGABYTE = 1 << 20;

    static Footprint now() {
        System.gc();
        String[] descriptors = new File("/proc/self/fd").list();
        return new Footprint(
                ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed(),
                used(ByteBufAllocator.DEFAULT) + used(UnpooledByteBufAllocator.DEFAULT),
                descriptors == null ? 0 : descriptors.length,
                (int) Thread.getAllStackTraces().keySet().stream()
                        .filter(thread -> !thread.getName().contains("logic"))
                        .count());
    }

    private static long used(ByteBufAllocator allocator) {
        return ((ByteBufAllocatorMetricProvider) allocator).metric().usedDirectMemory();
    }

    /** Nothing has grown since {@code before}, but for what is noise. */
    void assertNoMoreThan(Footprint before) {
        String change = before + " -> " + this;
        assertThat(heap - before.heap).as("heap, %s", change).isLessThan(24 * MEGABYTE);
        assertThat(buffers - before.buffers).as("buffers, %s", change).isLessThan(16 * MEGABYTE);
        assertThat(descriptors - before.descriptors)
                .as("descriptors, %s", change)
                .isLessThan(20);
        assertThat(threads - before.threads).as("threads, %s", change).isLessThan(20);
    }
}
